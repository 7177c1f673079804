import * as workflow from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { toStoredToken, type AccessToken } from '../../credentials/auth/access-token';
import type { TokenScheme } from '../../credentials/auth/token-scheme';

type Patience = typeof import('../../credentials/auth/patience');
type Sessions = typeof import('../../credentials/auth/session');

const FINGERPRINT = 'a fingerprint';
const scheme = { provider: 'Netzme', oneLiveToken: true } as TokenScheme;
const withBudget = {
	provider: 'Su',
	budget: { mints: 27, windowInMs: 3_600_000 },
} as TokenScheme;

const token = (changes: Partial<AccessToken> = {}): AccessToken => ({
	value: 'a token',
	issuedAt: Date.now(),
	expiresAt: Date.now() + 600_000,
	minter: 'another process',
	clockOffset: 0,
	mints: [],
	...changes,
});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** The modules as a process has them whose random number is `chance`. */
function processWith(chance: number): Patience & Sessions {
	let modules: (Patience & Sessions) | undefined;
	const random = jest.spyOn(Math, 'random').mockReturnValue(chance);
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => workflow);
		const patience = jest.requireActual<Patience>('../../credentials/auth/patience');
		modules = { ...patience, ...jest.requireActual<Sessions>('../../credentials/auth/session') };
	});
	jest.dontMock('n8n-workflow');
	random.mockRestore();
	return modules as Patience & Sessions;
}

/** How long it takes, by a clock that is put forward. */
async function durationOf(work: () => Promise<void>): Promise<number> {
	const startedAt = performance.now();
	const duration = work().then(() => performance.now() - startedAt);
	await jest.advanceTimersByTimeAsync(20_000);
	return await duration;
}

/** How long a process waits for a token that nobody brings. */
async function patienceOf(
	chance: number,
	{ minter = 'another process', reads = true, mints = 0, of = scheme, isRefused = true } = {},
): Promise<number> {
	const { THIS_PROCESS, sessionOf, setCurrent, refuse, canReadAgain, waitForOthers } =
		processWith(chance);
	const session = sessionOf(FINGERPRINT);
	session.mints = Array.from({ length: mints }, (_, i) => Date.now() - i);
	const expiresAt = Date.now() + (isRefused ? 600_000 : -1);
	setCurrent(session, token({ minter: minter === 'this' ? THIS_PROCESS : minter, expiresAt }));
	if (isRefused) refuse(session, 'a token');
	const credentials = {};
	if (reads) canReadAgain(credentials, async () => ({}));
	return await durationOf(async () => await waitForOthers(session, of, credentials));
}

it('takes over what appears in the database, and waits no longer', async () => {
	const { sessionOf, setCurrent, refuse, usableToken, canReadAgain, waitForOthers } =
		processWith(1);
	const session = sessionOf(FINGERPRINT);
	setCurrent(session, token());
	refuse(session, 'a token');
	const newer = token({ value: 'a newer token', issuedAt: Date.now() + 1 });
	let stored: ICredentialDataDecryptedObject = {};
	setTimeout(() => (stored = toStoredToken(newer, FINGERPRINT)), 200);
	const credentials = {};
	canReadAgain(credentials, async () => stored);
	const waited = await durationOf(async () => await waitForOthers(session, scheme, credentials));
	expect(usableToken(session)?.value).toBe('a newer token');
	expect(waited).toBeGreaterThanOrEqual(200);
	expect(waited).toBeLessThan(300);
});

it('does not wait where one mint more does no harm', async () => {
	expect(await patienceOf(1, { of: { provider: 'Pledg' } as TokenScheme })).toBe(0);
});

it.each([scheme, withBudget])(
	'has the process that minted step in first: $provider',
	async (of) => {
		const minter = await patienceOf(1, { minter: 'this', of });
		expect(minter).toBeGreaterThanOrEqual(500);
		expect(await patienceOf(0, { of })).toBeGreaterThan(minter + 100);
	},
);

it('has the others step in one after the other', async () => {
	const first = await patienceOf(0);
	const second = await patienceOf(0.5);
	expect(second).toBeGreaterThan(first + 250);
	expect(await patienceOf(1)).toBeGreaterThan(second + 250);
});

it.each(['another process', 'this'])(
	'has a process that cannot read the database wait longer: minted by %s',
	async (minter) => {
		const patience = await patienceOf(0, { minter });
		expect(await patienceOf(0, { minter, reads: false })).toBeGreaterThan(patience + 450);
	},
);

it('has the minter wait less where its token has expired than where it was refused', async () => {
	const its = { minter: 'this', reads: false };
	const refused = await patienceOf(0, its);
	expect(await patienceOf(0, { ...its, isRefused: false })).toBeLessThan(refused / 2);
});

it('has a process wait longer for its first token where several requests need it', async () => {
	const { sessionOf, waitForOthers } = processWith(0.5);
	const wait = async () => await waitForOthers(sessionOf(FINGERPRINT), scheme, {});
	const one = await durationOf(wait);
	const all = await durationOf(async () => void (await Promise.all([wait(), wait(), wait()])));
	expect(all).toBeGreaterThan(2 * one);
});

it('sets the processes further apart the less is left of the budget', async () => {
	const full = await patienceOf(1, { of: withBudget });
	expect(await patienceOf(1, { of: withBudget, mints: 18 })).toBeGreaterThan(full + 1_000);
});

it('holds requests when the minter is late, until it is the turn of this process', async () => {
	const { sessionOf, setCurrent, canReadAgain, waitForOthers } = processWith(1);
	const session = sessionOf(FINGERPRINT);
	const lifeInMs = 600_000;
	const lateAfterMs = 0.8 * lifeInMs + 5_000;
	const issuedAt = Date.now() - lateAfterMs + 100;
	setCurrent(session, token({ issuedAt, expiresAt: issuedAt + lifeInMs }));
	const credentials = {};
	canReadAgain(credentials, async () => ({}));
	let released = 0;
	for (let i = 0; i < 3; i += 1) {
		void waitForOthers(session, scheme, credentials).then(() => (released += 1));
	}
	await jest.advanceTimersByTimeAsync(400);
	expect(released).toBe(0);
	await jest.advanceTimersByTimeAsync(20_000);
	expect(released).toBe(3);
});
