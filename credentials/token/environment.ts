import { randomUUID } from 'node:crypto';
import { sleep } from 'n8n-workflow';

/** What the engine knows of the world outside: the time, chance, and which process it is. */
export interface Environment {
	/** Epoch milliseconds of this machine's clock. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** 0 to 1. */
	random(): number;
	/** Tells this process from the others that share the credential. */
	processId: string;
}

export const REAL_ENVIRONMENT: Environment = {
	now: () => Date.now(),
	sleep,
	random: () => Math.random(),
	processId: randomUUID(),
};
