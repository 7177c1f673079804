import { phaseOf, type View } from '../../credentials/token/schedule';
import { NOW, tokenWith } from './token';

const KNOWN: View = { now: NOW, isRepeated: false };
const REPEATED: View = { now: NOW, isRepeated: true };

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
	['a minute', 60_000, KNOWN, { due: 48_000, overdue: 53_000, gone: 58_800 }],
	['ten minutes', 600_000, KNOWN, { due: 480_000, overdue: 485_000, gone: 598_000 }],
	['three seconds', 3_000, KNOWN, { due: 1_950, overdue: 2_850, gone: 2_940 }],
	['twenty seconds', 20_000, KNOWN, { due: 13_000, overdue: 18_000, gone: 19_600 }],
	['a minute, handed out again', 60_000, REPEATED, { gone: 58_000 }],
])('a token of %s', (_name, lifeInMs, view, phases) => {
	expect(phasesOf(lifeInMs, view)).toEqual([['valid', 0], ...Object.entries(phases)]);
});

it('no token is gone', () => {
	expect(phaseOf(undefined, KNOWN)).toBe('gone');
});
