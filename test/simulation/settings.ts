import type { Caller } from './process';
import type { ProviderSettings } from './provider';

/** What may go wrong, and how often on average; nothing where it is undefined. */
export interface Troubles {
	revocationEveryMs?: number;
	outageEveryMs?: number;
	outageForMs: number;
	/** A process dies and another one starts. */
	deathEveryMs?: number;
	freezeEveryMs?: number;
	freezeForMs: number;
}

export interface WorldSettings {
	processes: number;
	durationInMs: number;
	/** Mean time between two executions of a process, and how many come at once. */
	executionEveryMs: number;
	burst: number;
	/** Mean time between two moments at which all processes have something to do. */
	rushEveryMs?: number;
	callers: readonly Caller[];
	databaseSlowestInMs: number;
	provider: ProviderSettings;
	troubles: Troubles;
}
