import type { AccessToken } from '../../credentials/auth/access-token';
import {
	accept,
	adopt,
	isRenewalDue,
	refuse,
	sessionOf,
	setCurrent,
	THIS_PROCESS,
	usableToken,
} from '../../credentials/auth/session';
import type { TokenScheme } from '../../credentials/auth/token-scheme';

const NOW = Date.parse('2026-01-31T12:00:00.000Z');
const MINUTE = 60_000;
const LIFE = 60 * MINUTE;
const scheme = { provider: 'Netzme' } as TokenScheme;

let count = 0;
const newSession = () => sessionOf(`fingerprint ${(count += 1)}`);
const token = (value: string, minter: string = THIS_PROCESS): AccessToken => ({
	value,
	issuedAt: Date.now(),
	expiresAt: Date.now() + LIFE,
	minter,
	clockOffset: 0,
	mints: [],
});

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('what a process knows', () => {
	it('is bounded: of many credentials the one unused for longest is forgotten', () => {
		const [kept, forgotten] = [newSession(), newSession()];
		for (let i = 0; i < 498; i += 1) newSession();
		sessionOf(kept.fingerprint);
		newSession();
		expect(sessionOf(kept.fingerprint)).toBe(kept);
		expect(sessionOf(forgotten.fingerprint)).not.toBe(forgotten);
	});

	it('is not forgotten while a token is on its way', () => {
		const session = newSession();
		session.minting = new Promise(() => undefined);
		for (let i = 0; i < 600; i += 1) newSession();
		expect(sessionOf(session.fingerprint)).toBe(session);
	});
});

describe('a refused token', () => {
	it('is not taken over again', () => {
		const session = newSession();
		const dead = token('dead', 'another process');
		adopt(session, scheme, dead);
		expect(refuse(session, 'dead')).toBe(true);
		adopt(session, scheme, dead);
		expect(usableToken(session)).toBeUndefined();
	});

	/** How many new tokens are thrown away, one each `everyMs`. */
	const believed = (everyMs: number, tokens: number, isAccepted = false) => {
		const session = newSession();
		let thrownAway = 0;
		for (let i = 0; i < tokens; i += 1) {
			setCurrent(session, session.current ?? token(`token ${i}`));
			if (isAccepted) accept(session);
			if (refuse(session, session.current?.value ?? '')) thrownAway += 1;
			jest.advanceTimersByTime(everyMs);
		}
		return thrownAway;
	};

	it('is kept where two new ones before it were refused too', () => {
		expect(believed(1_000, 30)).toBe(2);
	});

	it('is thrown away where the ones before it had been accepted', () => {
		expect(believed(1_000, 30, true)).toBe(30);
	});
});

describe('the process that renews', () => {
	const dueIn = (minter: string, ms: number) => {
		jest.setSystemTime(NOW);
		const renewed = token('a token', minter);
		jest.setSystemTime(NOW + ms);
		return isRenewalDue(renewed);
	};

	it('is the one that minted, after 80 % of the life', () => {
		expect(dueIn(THIS_PROCESS, 0.8 * LIFE - 1)).toBe(false);
		expect(dueIn(THIS_PROCESS, 0.8 * LIFE)).toBe(true);
	});

	it('is another one only when that is late, five to 35 seconds after', () => {
		expect(dueIn('another process', 0.8 * LIFE + 4_999)).toBe(false);
		expect(dueIn('another process', 0.8 * LIFE + 35_000)).toBe(true);
	});
});
