import { brokenRules } from './invariants';
import { scenarioOf } from './scenario';
import type { WorldSettings } from './settings';
import { World } from './world';

/** The worlds of the other test, with a provider that hands out refresh tokens. */
const SEEDS = 30;

function scenarioWith(seed: number, refreshTokens: 'reusable' | 'for one use'): WorldSettings {
	const settings = scenarioOf(seed);
	const { repeatsToken: _, ...provider } = settings.provider;
	return { ...settings, provider: { ...provider, repeatsToken: false, refreshTokens } };
}

async function run(seed: number, refreshTokens: 'reusable' | 'for one use'): Promise<World> {
	const world = new World(scenarioWith(seed, refreshTokens), seed);
	await world.run();
	return world;
}

it.each(['reusable', 'for one use'] as const)(
	`the rules hold in ${SEEDS} worlds where tokens are renewed with refresh tokens: %s`,
	async (refreshTokens) => {
		let refreshed = 0;
		for (let seed = 1; seed <= SEEDS; seed += 1) {
			const world = await run(seed, refreshTokens);
			expect([seed, ...brokenRules(world)]).toEqual([seed]);
			refreshed += world.provider.refreshed;
		}
		expect(refreshed).toBeGreaterThan(100);
	},
);

it('a refresh token for one use is sent twice only where a process died, froze, or an answer was lost', async () => {
	let isMet = false;
	for (let seed = 1; seed <= SEEDS; seed += 1) {
		const { settings, provider, troubles } = await run(seed, 'for one use');
		const twice = provider.refusedRefreshesAt.length;
		// Without a lock two processes may decide within the time that storing takes.
		const collisions = settings.processes / 2 + 1;
		const causes = troubles.filter(({ what }) => what !== 'outage over').length;
		expect(twice).toBeLessThanOrEqual(causes + provider.lostAt.length + collisions);
		isMet ||= twice > 0;
	}
	expect(isMet).toBe(true);
});
