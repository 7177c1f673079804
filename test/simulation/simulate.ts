import { parseArgs } from 'node:util';
import { table } from '../e2e/harness/table';
import { brokenRules } from './invariants';
import { scenarioOf } from './scenario';
import type { WorldSettings } from './settings';
import { World, type Execution } from './world';

/**
 * `npm run simulate -- --processes 1000 --days 30 --seed 1`: the engine with 1, 10, 100 ... processes
 * that share one credential, in virtual time. Or `npm run simulate -- --replay 52`: the world of one
 * seed of the tests, with everything that happened in it.
 */
const { values } = parseArgs({
	options: {
		processes: { type: 'string', default: '1000' },
		days: { type: 'string', default: '30' },
		seed: { type: 'string', default: '1' },
		replay: { type: 'string' },
	},
});

const ONE_MINUTE_IN_MS = 60_000;
const ONE_HOUR_IN_MS = 60 * ONE_MINUTE_IN_MS;
const ONE_DAY_IN_MS = 24 * ONE_HOUR_IN_MS;

/** Executions in bursts, and about once a week each: a revocation, an outage; a death and a freeze every other day. */
function settingsFor(processes: number, days: number): WorldSettings {
	return {
		processes,
		durationInMs: days * ONE_DAY_IN_MS,
		executionEveryMs: ONE_HOUR_IN_MS,
		burst: 3,
		callers: ['own node'],
		databaseSlowestInMs: 100,
		provider: {
			oneLiveToken: true,
			lifeInMs: 10 * ONE_HOUR_IN_MS,
			slowestInMs: 100,
			clockOffsetInMs: 0,
			repeatsToken: false,
			failingShare: 0.01,
			lostShare: 0,
		},
		troubles: {
			revocationEveryMs: 7 * ONE_DAY_IN_MS,
			outageEveryMs: 7 * ONE_DAY_IN_MS,
			outageForMs: 5 * ONE_MINUTE_IN_MS,
			deathEveryMs: 2 * ONE_DAY_IN_MS,
			freezeEveryMs: 2 * ONE_DAY_IN_MS,
			freezeForMs: ONE_MINUTE_IN_MS,
		},
	};
}

async function growth(most: number, days: number, seed: number): Promise<void> {
	const rows: string[][] = [];
	for (let processes = 1; processes <= most; processes *= 10) {
		for (const caller of ['own node', 'HTTP Request node'] as const) {
			const world = new World({ ...settingsFor(processes, days), callers: [caller] }, seed);
			await world.run();
			rows.push([String(processes), caller, ...figuresOf(world)]);
		}
	}
	const titles = [
		'executions',
		'failed',
		'mints',
		'due',
		'mints per life',
		'refused',
		'longest hold',
	];
	console.log(table(['processes', 'node', ...titles], rows));
}

function figuresOf(world: World): string[] {
	const { provider, executions, settings, everyProcess } = world;
	const lives = settings.durationInMs / (0.8 * settings.provider.lifeInMs);
	const hold = Math.max(...everyProcess.map(({ longestHoldInMs }) => longestHoldInMs));
	const mints = provider.mintedAt.length;
	return [
		executions.length.toLocaleString('en'),
		String(executions.filter(isFailed).length),
		String(mints),
		String(Math.ceil(lives)),
		(mints / lives).toFixed(2),
		String(provider.refused),
		`${(hold / 1_000).toFixed(1)} s`,
	];
}

/** For want of a token, or because it was refused; other failures of the provider do not count. */
function isFailed({ error, status }: Execution): boolean {
	return error !== undefined || status === 401;
}

async function replay(seed: number): Promise<void> {
	const world = new World(scenarioOf(seed), seed);
	await world.run();
	console.log(JSON.stringify(world.settings, null, '\t'));
	for (const { at, what } of world.events) console.log(`${at.toFixed(0).padStart(10)} ms  ${what}`);
	console.log(brokenRules(world).join('\n') || 'No rule is broken.');
}

const { processes, days, seed, replay: replayed } = values;
void (replayed ? replay(Number(replayed)) : growth(Number(processes), Number(days), Number(seed)));
