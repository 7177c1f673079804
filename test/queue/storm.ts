import type { Cluster } from './cluster';
import { load, publish, type Scenario } from './load';

/** One row of the table: many callers, several processes, one live token with a short life. */
export interface StormResult extends Scenario {
	executions: number;
	failed: number;
	mints: number;
	refused: number;
	/** POST requests that reached the provider more often than executions asked for. */
	sentTwice: number;
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
}

/** Runs one scenario from a fresh simulator and returns what happened. */
export async function storm(
	cluster: Cluster,
	scenario: Scenario,
	{ tokenLifeMs, mintDelayMs, ...options }: StormOptions,
): Promise<StormResult> {
	const { simulator } = cluster;
	simulator.reset();
	const target = await publish(cluster, scenario);
	simulator.configure(target.provider, { tokenLifeMs, mintDelayMs, oneLiveToken: true });
	const { executions, failed, seconds, errors } = await load(target, options);
	await cluster.client.deactivate(target.workflowId);
	const { mints, refused } = simulator.counts(target.provider);
	const sent = simulator
		.log(target.provider)
		.filter(({ url }) => url.startsWith('/api/echo')).length;
	return {
		...scenario,
		executions,
		failed,
		mints,
		refused,
		sentTwice: sent - executions,
		seconds: Math.round(seconds * 10) / 10,
		tokenLifeMs,
		errors,
	};
}

/** Half as many again as renewals at 80 % of the life, and three for the start. */
export function allowedMints({ seconds, tokenLifeMs }: StormResult): number {
	return Math.floor((1.5 * seconds) / ((0.8 * tokenLifeMs) / 1000) + 3);
}
