import { phaseOf, type View } from '../../credentials/token/schedule';
import { NOW, ONE_HOUR_IN_MS, tokenWith } from './token';

const PEER: View = { now: NOW, isOwner: false, chance: 0.5, isRepeated: false };
const OWNER: View = { ...PEER, isOwner: true };
const REPEATED: View = { ...PEER, isRepeated: true };

/** The phases of a token of this life, and the moment (milliseconds of age) that each begins. */
function phasesOf(lifeInMs: number, view: View): Array<[string, number]> {
	const token = tokenWith({ expiresAt: NOW + lifeInMs });
	const found: Array<[string, number]> = [];
	for (let age = 0; age <= lifeInMs; age += 1) {
		const phase = phaseOf(token, { ...view, now: NOW + age });
		if (phase !== found.at(-1)?.[0]) found.push([phase, age]);
	}
	return found;
}

it.each([
	['a minute, for its owner', 60_000, OWNER, { due: 48_000, overdue: 53_000, gone: 58_800 }],
	['a minute, for a peer', 60_000, PEER, { due: 48_000, overdue: 53_600, gone: 58_800 }],
	['ten minutes', 600_000, PEER, { due: 480_000, overdue: 491_000, gone: 598_000 }],
	['three seconds', 3_000, PEER, { due: 1_950, overdue: 2_925, gone: 2_940 }],
	['twenty seconds', 20_000, PEER, { due: 13_000, overdue: 18_200, gone: 19_600 }],
	['a minute, handed out again', 60_000, REPEATED, { gone: 58_000 }],
])('a token of %s', (_name, lifeInMs, view, phases) => {
	expect(phasesOf(lifeInMs, view)).toEqual([['valid', 0], ...Object.entries(phases)]);
});

it.each([
	[0, 5_000],
	[0.5, 20_000],
	[1, 35_000],
])(
	'with a chance of %d a peer takes over the token of ten hours %i ms after it was due',
	(chance, ms) => {
		const life = 10 * ONE_HOUR_IN_MS;
		const token = tokenWith({ expiresAt: NOW + life });
		const at = (now: number) => phaseOf(token, { ...PEER, chance, now });
		expect(at(NOW + 0.8 * life + ms - 1)).toBe('due');
		expect(at(NOW + 0.8 * life + ms)).toBe('overdue');
	},
);

it('no token is gone', () => {
	expect(phaseOf(undefined, PEER)).toBe('gone');
});
