import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggedRequest, ProviderName, Simulator } from '../simulator';
import type { Cluster } from './cluster';
import { load, publish, type Scenario } from './load';

/** One row of the table: many callers, several processes, one live token with a short life. */
export interface StormResult extends Scenario {
	executions: number;
	failed: number;
	mints: number;
	refused: number;
	/** Requests beyond the first of each execution, and those of them that were not refused. */
	sentTwice: number;
	doneTwice: number;
	seconds: number;
	tokenLifeMs: number;
	errors: string[];
}

export interface StormOptions {
	executions?: number;
	callers: number;
	seconds?: number;
	tokenLifeMs: number;
	mintDelayMs: number;
	/** Whether one execution goes ahead, so that the load begins with a stored token. */
	steady?: boolean;
}

const UNTIL_STORED_IN_MS = 1_000;

/** Runs one scenario from a fresh simulator and returns what happened. */
export async function storm(
	cluster: Cluster,
	scenario: Scenario,
	{ tokenLifeMs, mintDelayMs, steady, ...options }: StormOptions,
): Promise<StormResult> {
	const { simulator } = cluster;
	simulator.reset();
	const target = await publish(cluster, scenario);
	simulator.configure(target.provider, { tokenLifeMs, mintDelayMs, oneLiveToken: true });
	if (steady) {
		await load(target, { executions: 1, callers: 1 });
		await sleep(UNTIL_STORED_IN_MS);
	}
	const before = countsOf(simulator, target.provider);
	const { executions, failed, seconds, errors } = await load(target, options);
	await cluster.client.deactivate(target.workflowId);
	const after = countsOf(simulator, target.provider);
	return {
		...scenario,
		executions,
		failed,
		mints: after.mints - before.mints,
		refused: after.refused - before.refused,
		sentTwice: repeated(after.sent),
		doneTwice: repeated(after.sent.filter(({ status }) => status === 200)),
		seconds: Math.round(seconds * 10) / 10,
		tokenLifeMs,
		errors,
	};
}

function countsOf(simulator: Simulator, provider: ProviderName) {
	const { mints, refused } = simulator.counts(provider);
	const sent = simulator.log(provider).filter(({ url }) => url.startsWith('/api/echo'));
	return { mints, refused, sent };
}

/** The URL names the execution, so that one lost and one doubled do not cancel out. */
function repeated(sent: LoggedRequest[]): number {
	return sent.length - new Set(sent.map(({ url }) => url)).size;
}

/** Half as many again as renewals at 80 % of the life, and three for the start. */
export function allowedMints({ seconds, tokenLifeMs }: StormResult): number {
	return Math.floor((1.5 * seconds) / ((0.8 * tokenLifeMs) / 1000) + 3);
}
