import { nextStep, peerWaitOf, type Situation } from '../../credentials/token/next-step';
import { INITIAL_STATE, type TokenState } from '../../credentials/token/state';
import { NOW, ONE_HOUR_IN_MS, tokenWith } from './token';

const ME = 'this process';
const AGE = {
	valid: 0,
	due: 0.8 * ONE_HOUR_IN_MS + 1,
	overdue: 0.8 * ONE_HOUR_IN_MS + 36_000,
	gone: ONE_HOUR_IN_MS,
};
type Phase = keyof typeof AGE;

/** The next step in the middle of things; what is not said is the rule. */
function situation(
	phase: Phase,
	owner: 'owner' | 'peer',
	{ requirement, state, ...changes }: Changes = {},
): Situation {
	const token = tokenWith({ owner: owner === 'owner' ? ME : 'another process' });
	return {
		state: { ...INITIAL_STATE, token, ...state },
		requirement: { canReload: true, probes: 0, waitedInMs: 0, heldBefore: 0, ...requirement },
		now: NOW + AGE[phase],
		processId: ME,
		chance: 0.5,
		isMinting: false,
		held: 0,
		...changes,
	};
}

type Changes = Partial<Omit<Situation, 'state' | 'requirement'>> & {
	state?: Partial<TokenState>;
	requirement?: Partial<Situation['requirement']>;
};

const ONE = { oneLiveToken: true };
const QUOTA = { quota: { tokens: 27, windowInMs: ONE_HOUR_IN_MS } };
const waited = (waitedInMs: number) => ({ requirement: { waitedInMs } });
const paused = (phase: Phase) => ({
	state: { failure: { error: new Error(), count: 1, until: NOW + AGE[phase] + 1 } },
});

describe('the table of docs/tokens.md', () => {
	it.each<[Phase, 'owner' | 'peer', Changes, string]>([
		['valid', 'owner', {}, 'use'],
		['valid', 'peer', ONE, 'use'],
		['due', 'owner', {}, 'renew'],
		['due', 'peer', {}, 'use'],
		['due', 'owner', ONE, 'hold'],
		['due', 'owner', { ...ONE, ...waited(120) }, 'renew'],
		['due', 'peer', ONE, 'hold'],
		['overdue', 'owner', {}, 'renew'],
		['overdue', 'peer', {}, 'renew'],
		['overdue', 'peer', QUOTA, 'hold'],
		['overdue', 'peer', { ...QUOTA, ...waited(750) }, 'renew'],
		['overdue', 'owner', ONE, 'hold'],
		['overdue', 'owner', { ...ONE, ...waited(120) }, 'probe'],
		['overdue', 'peer', { ...ONE, ...waited(869) }, 'hold'],
		['overdue', 'peer', { ...ONE, ...waited(870) }, 'probe'],
		['overdue', 'peer', { ...ONE, requirement: { waitedInMs: 870, probed: 'a token' } }, 'renew'],
		['gone', 'owner', {}, 'mint'],
		['gone', 'peer', {}, 'mint'],
		['gone', 'peer', ONE, 'hold'],
		['gone', 'peer', { ...ONE, ...waited(2_000) }, 'mint'],
		['gone', 'peer', QUOTA, 'hold'],
		['gone', 'peer', { ...QUOTA, ...waited(2_000) }, 'mint'],
	])('%s, %s, %j: %s', (phase, owner, changes, step) => {
		expect(nextStep(situation(phase, owner, changes))).toBe(step);
	});
});

describe('while this process is getting a token', () => {
	const isMinting = true;

	it('the old one goes on serving, unless the new one ends its life', () => {
		expect(nextStep(situation('due', 'peer', { isMinting }))).toBe('use');
		expect(nextStep(situation('due', 'owner', { ...ONE, isMinting }))).toBe('renew');
		expect(nextStep(situation('gone', 'owner', { isMinting }))).toBe('mint');
	});
});

describe('after a failed token request', () => {
	it.each<Phase>(['due', 'overdue'])(
		'%s: the known token serves, and no request waits',
		(phase) => {
			for (const one of [{}, ONE]) {
				const changes = { ...one, ...paused(phase) };
				expect(nextStep(situation(phase, 'owner', changes))).toBe('use');
			}
		},
	);

	it('without a token a request waits for another process, and fails then', () => {
		expect(nextStep(situation('gone', 'peer', { ...ONE, ...paused('gone') }))).toBe('hold');
		const changes = { ...ONE, ...paused('gone'), ...waited(2_000) };
		expect(nextStep(situation('gone', 'peer', changes))).toBe('fail');
	});

	it('a pause that a clock set back has made endless is over', () => {
		const failure = { error: new Error(), count: 1, until: NOW + 2 * ONE_HOUR_IN_MS };
		expect(nextStep(situation('gone', 'owner', { state: { failure } }))).toBe('mint');
	});
});

describe('a request that is held because the one live token may just be being replaced', () => {
	it.each([
		['for a second', { waitedInMs: 999 }, 'hold'],
		['and no longer', { waitedInMs: 1_000 }, 'use'],
		['in the HTTP Request node five at a time', { canReload: false, heldBefore: 4 }, 'hold'],
		['and no more', { canReload: false, heldBefore: 5 }, 'use'],
		['but every write', { canReload: false, heldBefore: 5, mustLive: 'ifDue' as const }, 'hold'],
	])('waits %s', (_name, requirement, step) => {
		const changes = { ...ONE, requirement };
		expect(nextStep(situation('due', 'peer', changes))).toBe(step);
	});
});

describe('a request whose refusal cannot be made good', () => {
	const requirement = { canReload: false, waitedInMs: 1_000, mustLive: 'ifDue' as const };
	const always = { ...requirement, mustLive: 'always' as const };

	it.each<[string, Phase, 'owner' | 'peer', Changes, string]>([
		['where the token may be replaced', 'due', 'peer', { ...ONE, requirement }, 'probe'],
		['not where it may not', 'valid', 'peer', { ...ONE, requirement }, 'use'],
		['nor where several live', 'due', 'peer', { requirement }, 'use'],
		['in any case if it is the last', 'valid', 'owner', { ...ONE, requirement: always }, 'probe'],
		[
			'once for each token',
			'due',
			'peer',
			{ ...ONE, requirement: { ...requirement, probed: 'a token' } },
			'use',
		],
		[
			'four times at most',
			'valid',
			'peer',
			{ ...ONE, requirement: { ...always, probed: 'another', probes: 4 } },
			'use',
		],
		[
			'after a token request whose response was lost',
			'due',
			'owner',
			{ ...ONE, requirement, ...paused('due') },
			'probe',
		],
	])('has the provider asked %s', (_name, phase, owner, changes, step) => {
		expect(nextStep(situation(phase, owner, changes))).toBe(step);
	});
});

describe('how long a process waits for the token of another', () => {
	const lost = (owner: string, changes = {}) => ({
		state: { token: undefined, lost: tokenWith({ owner, ...changes }) },
	});
	const waitOf = (chance: number, changes: Changes = {}) =>
		peerWaitOf(situation('valid', 'peer', { ...ONE, chance, ...lost('another'), ...changes }));
	const blind = { requirement: { canReload: false } };

	it.each<[string, number, Changes, number]>([
		['not at all where one mint more does no harm', 1, { oneLiveToken: false }, 0],
		['its owner', 0, lost(ME), 250],
		['its owner, latest', 1, lost(ME), 500],
		['the first of the others', 0, {}, 750],
		['the last of them', 1, {}, 1_500],
		['blind: its owner', 0, { ...lost(ME), ...blind }, 750],
		['blind: the last of the others', 1, blind, 6_000],
		['with a quota', 1, { oneLiveToken: false, ...QUOTA }, 1_500],
	])('%s', (_name, chance, changes, ms) => {
		expect(waitOf(chance, changes)).toBe(ms);
	});

	it('longer for a first token where several requests need it', () => {
		const none = { state: { token: undefined } };
		expect(waitOf(0.5, none)).toBe(750);
		expect(waitOf(0.5, { ...none, held: 3 })).toBe(2_250);
		expect(waitOf(0.5, { ...none, held: 30 })).toBe(6_000);
	});

	it('longer the less is left of a quota', () => {
		const mints = Array.from({ length: 18 }, (_, i) => NOW - i);
		const state = { ...lost('another').state, mints };
		expect(waitOf(1, { oneLiveToken: false, ...QUOTA, state })).toBe(3_000);
	});
});
