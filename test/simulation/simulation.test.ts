import { brokenRules } from './invariants';
import { scenarioOf } from './scenario';
import { World } from './world';

/**
 * Many processes in virtual time, one credential, a provider, and all that goes wrong between them.
 * A seed decides everything: `npm run simulate -- --replay N` repeats one and shows what happened.
 */
const SEEDS = 500;
const SEEDS_AT_ONCE = 50;
const EVENTS_SHOWN = 40;

const firsts = Array.from({ length: SEEDS / SEEDS_AT_ONCE }, (_, i) => 1 + i * SEEDS_AT_ONCE);

it.each(firsts)('the rules hold in the 50 worlds from seed %i on', async (first) => {
	for (let seed = first; seed < first + SEEDS_AT_ONCE; seed += 1) {
		const world = new World(scenarioOf(seed), seed);
		await world.run();
		const broken = brokenRules(world);
		if (broken.length > 0) throw new Error(report(world, broken));
	}
});

it('a seed repeats its world exactly', async () => {
	const [first, second] = [new World(scenarioOf(7), 7), new World(scenarioOf(7), 7)];
	await first.run();
	await second.run();
	expect(first.events.length).toBeGreaterThan(10);
	expect(second.events).toEqual(first.events);
	expect(second.executions).toEqual(first.executions);
});

it('the worlds are those of the rules: tokens end, are lost and refused, processes die', async () => {
	const seen = { mints: 0, refused: 0, lost: 0, writes: 0 };
	const troubles = new Set<string>();
	const sizes = new Set<number>();
	for (let seed = 1; seed <= 60; seed += 1) {
		const settings = scenarioOf(seed);
		const world = new World(settings, seed);
		await world.run();
		sizes.add(settings.processes);
		for (const { what } of world.troubles) troubles.add(what);
		seen.mints += world.provider.mintedAt.length;
		seen.refused += world.provider.refused;
		seen.lost += world.provider.lostAt.length;
		seen.writes += world.provider.received.filter(({ isWrite }) => isWrite).length;
	}
	expect(Math.min(...sizes)).toBe(2);
	expect(Math.max(...sizes)).toBe(50);
	expect([...troubles].sort()).toEqual(['death', 'freeze', 'outage', 'outage over', 'revocation']);
	expect(seen.mints).toBeGreaterThan(200);
	expect(seen.refused).toBeGreaterThan(50);
	expect(seen.lost).toBeGreaterThan(5);
	expect(seen.writes).toBeGreaterThan(3_000);
});

function report({ seed, events }: World, broken: string[]): string {
	const last = events.slice(-EVENTS_SHOWN).map(({ at, what }) => `${at.toFixed(0)} ms: ${what}`);
	return `Seed ${seed}:\n${broken.join('\n')}\n\nThe last events:\n${last.join('\n')}`;
}
