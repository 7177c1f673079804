import { Random } from './random';
import type { WorldSettings } from './settings';

const ONE_SECOND_IN_MS = 1_000;
const EXECUTIONS = 150;

/** A world that the seed makes up: 2 to 50 processes, and troubles in most of them. */
export function scenarioOf(seed: number): WorldSettings {
	const random = new Random(seed ^ 0x5eed);
	const processes = random.of([2, 3, 5, 10, 20, 50]);
	const lifeInMs = ONE_SECOND_IN_MS * random.of([3, 10, 60, 600, 3_600, 36_000]);
	const durationInMs = lifeInMs * random.between(2, 6);
	const kind = random.of(['one', 'one', 'several', 'quota', 'repeats'] as const);
	const sometimes = (share: number) =>
		random.chance(0.5) ? durationInMs / random.between(0.5, share) : undefined;
	return {
		processes,
		durationInMs,
		// Half of the executions come one by one, half of them when all processes have something to do.
		executionEveryMs: (durationInMs * processes) / (EXECUTIONS / 4),
		burst: 3,
		rushEveryMs: (durationInMs * processes) / (EXECUTIONS / 4),
		callers: random.of([['own node'], ['HTTP Request node'], ['own node', 'HTTP Request node']]),
		databaseSlowestInMs: random.of([20, 200, 600]),
		provider: {
			oneLiveToken: kind === 'one' || (kind === 'repeats' && random.chance(0.5)),
			lifeInMs,
			...(kind === 'quota' && { tokensInAnHour: 30 }),
			slowestInMs: random.of([5, 20, lifeInMs > 10_000 ? 150 : 50]),
			clockOffsetInMs: random.of([0, 0, -600_000, 600_000]),
			repeatsToken: kind === 'repeats',
			failingShare: random.of([0, 0.02]),
			lostShare: random.of([0, 0, 0.1]),
		},
		troubles: {
			revocationEveryMs: sometimes(4),
			outageEveryMs: sometimes(3),
			outageForMs: random.between(1_000, 60_000),
			deathEveryMs: sometimes(4),
			freezeEveryMs: sometimes(4),
			freezeForMs: random.between(1_000, 30_000),
		},
	};
}
