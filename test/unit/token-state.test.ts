import { REAL_ENVIRONMENT } from '../../credentials/token/environment';
import type { TokenScheme } from '../../credentials/token/scheme';
import { Sessions } from '../../credentials/token/session';
import {
	after,
	INITIAL_STATE,
	isRepeated,
	type TokenEvent,
	type TokenState,
} from '../../credentials/token/state';
import { NOW, ONE_HOUR_IN_MS, tokenWith } from './token';

const ME = 'this process';
const SCHEME = { provider: 'Provider' } as TokenScheme;
const QUOTA = { tokens: 27, windowInMs: ONE_HOUR_IN_MS };

/** The state after events, each a second after the one before. */
function following(events: TokenEvent[], from: TokenState = INITIAL_STATE, quota?: typeof QUOTA) {
	return events.reduce(
		(state, event, i) => after(state, event, { now: NOW + i * 1_000, processId: ME, quota }),
		from,
	);
}

const read = (changes = {}): TokenEvent => ({ type: 'read', token: tokenWith(changes) });
const minted = (value: string, at = 0): TokenEvent => ({
	type: 'minted',
	token: tokenWith({
		value,
		owner: ME,
		issuedAt: NOW + at,
		expiresAt: NOW + at + ONE_HOUR_IN_MS,
	}),
});
const refused = (value: string): TokenEvent => ({ type: 'refused', value });
const failed = (changes = {}): TokenEvent => ({
	type: 'mintFailed',
	error: new Error('no token'),
	isRefusal: false,
	withoutMint: true,
	...changes,
});

describe('a token that was read', () => {
	it('is taken over where none is known, or an older one', () => {
		expect(following([read()]).token?.value).toBe('a token');
		const newer = { value: 'newer', issuedAt: NOW + 1 };
		expect(following([read(), read(newer)]).token?.value).toBe('newer');
		expect(following([read(newer), read()]).token?.value).toBe('newer');
	});

	it('is not taken over once it was refused, nor one that came before it', () => {
		const before = { value: 'before', issuedAt: NOW - 1 };
		const state = following([read(), refused('a token'), read(), read(before)]);
		expect(state).toMatchObject({ token: undefined, lost: { value: 'a token' } });
	});

	it('tells when tokens were minted', () => {
		const mints = [NOW - 2, NOW - 1, NOW - 2 * ONE_HOUR_IN_MS];
		expect(following([read({ mints })], INITIAL_STATE, QUOTA).mints).toEqual([NOW - 2, NOW - 1]);
	});
});

describe('a refused token', () => {
	/** How many of the new tokens are thrown away, one refused after the other. */
	const thrownAway = (tokens: number, isAccepted: boolean) => {
		let state = INITIAL_STATE;
		let thrown = 0;
		for (let i = 0; i < tokens; i += 1) {
			const circumstances = { now: NOW + i * 1_000, processId: ME };
			if (!state.token) state = after(state, minted(`token ${i}`, i * 1_000), circumstances);
			if (isAccepted) state = after(state, { type: 'accepted' }, circumstances);
			state = after(state, refused(state.token?.value ?? ''), circumstances);
			if (!state.token) thrown += 1;
		}
		return thrown;
	};

	it('is kept where two new ones before it were refused too', () => {
		expect(thrownAway(30, false)).toBe(2);
	});

	it('is thrown away where the ones before it had been accepted', () => {
		expect(thrownAway(30, true)).toBe(30);
	});

	it.each([
		[59_000, false],
		[60_000, true],
	])('of which two were refused %i ms before: is it believed? %s', (ms, isBelieved) => {
		const twice = following([minted('a'), refused('a'), minted('b'), refused('b'), minted('c')]);
		const now = NOW + 3_000 + ms;
		const { token } = following([minted('c', now - NOW)], twice);
		const state = after({ ...twice, token }, refused('c'), { now, processId: ME });
		expect(state.token === undefined).toBe(isBelieved);
	});

	it('of another process is always believed', () => {
		let state = INITIAL_STATE;
		for (let i = 0; i < 30; i += 1) {
			const value = `token ${i}`;
			state = following([read({ value, issuedAt: NOW + i }), refused(value)], state);
			expect(state.token).toBeUndefined();
		}
		expect(state.refused).toHaveLength(8);
	});
});

describe('a token request', () => {
	it.each([
		['counts if its response was lost', failed({ withoutMint: false }), 1],
		['does not if it never left, or was refused', failed(), 0],
		['does not if the same token came', { type: 'repeated' } as TokenEvent, 0],
	])('%s', (_name, event, count) => {
		expect(following([event], following([read()]), QUOTA).mints).toHaveLength(count);
	});

	it('that fails is followed by pauses that double, up to a minute', () => {
		const pauses: number[] = [];
		let state = INITIAL_STATE;
		for (let i = 0; i < 7; i += 1) {
			state = after(state, failed(), { now: NOW, processId: ME });
			pauses.push((state.failure?.until ?? 0) - NOW);
		}
		expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
	});

	it('that is refused is not made again for ten seconds', () => {
		const { failure } = following([failed({ isRefusal: true })]);
		expect((failure?.until ?? 0) - NOW).toBe(10_000);
	});

	it('that brings a token ends the pause', () => {
		expect(following([failed(), minted('new')]).failure).toBeUndefined();
	});
});

describe('a token that is handed out again', () => {
	it('while it lives, is asked for when it has ended', () => {
		const state = following([read(), { type: 'repeated' }]);
		expect(isRepeated(state)).toBe(true);
		expect(state.repeated).toMatchObject({ count: 0, until: NOW + ONE_HOUR_IN_MS + 100 });
	});

	it('after its end, is asked for ever later', () => {
		const untils: number[] = [];
		const now = NOW + 2 * ONE_HOUR_IN_MS;
		let state = following([read()]);
		for (let i = 0; i < 6; i += 1) {
			state = after(state, { type: 'repeated' }, { now, processId: ME });
			untils.push((state.repeated?.until ?? 0) - now);
		}
		expect(untils).toEqual([100, 200, 400, 800, 1_600, 3_200]);
		expect(isRepeated(following([minted('new')], state))).toBe(false);
	});
});

describe('the sessions of a process', () => {
	const sessionsOf = () => {
		const sessions = new Sessions(REAL_ENVIRONMENT);
		return { all: () => sessions.all(), of: (name: string) => sessions.of(name, SCHEME) };
	};

	it('are bounded: of many credentials the one unused for longest is forgotten', () => {
		const { of, all } = sessionsOf();
		const [kept, forgotten] = [of('kept'), of('forgotten')];
		for (let i = 0; i < 498; i += 1) of(`credential ${i}`);
		of('kept');
		of('one more');
		expect(all()).toHaveLength(500);
		expect(of('kept')).toBe(kept);
		expect(of('forgotten')).not.toBe(forgotten);
	});

	it('are not forgotten while a token is on its way', () => {
		const { of } = sessionsOf();
		const session = of('minting');
		session.minting = new Promise(() => undefined);
		for (let i = 0; i < 600; i += 1) of(`credential ${i}`);
		expect(of('minting')).toBe(session);
	});
});
