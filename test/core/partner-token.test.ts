import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { EXCHANGE_RECIPE, NETZME_RECIPE } from '../vectors/partner-recipes';
import snapBi from '../vectors/snap-bi.json';
import { modernRequest, type StoredCredential } from './harness';
import { anotherPartnerProcess, partner, thisProcess } from './partner-processes';
import { putForward } from './put-forward';

/** Two strict partners recompute every signature: one of the token request, one of each call. */
let simulator: Simulator;
beforeEach(async () => {
	// On new ports: what a process knows of a token belongs to the address.
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.stop();
});

const { exchange, snap, netzme } = DEFAULT_ACCOUNTS;
const withoutRefresh = {
	...EXCHANGE_RECIPE,
	token: { ...EXCHANGE_RECIPE.token, refresh: undefined },
};

const PARTNERS = {
	exchange: (data: IDataObject = {}) =>
		partner({
			scheme: 'json',
			baseUrl: simulator.urls.exchange,
			id: exchange.appId,
			secret: exchange.appSecret,
			recipe: JSON.stringify(withoutRefresh),
			testPath: '/api/echo',
			...data,
		}),
	snap: (data: IDataObject = {}) =>
		partner({
			scheme: 'snapBi',
			baseUrl: simulator.urls.snap,
			clientId: snap.clientId,
			secret: snap.clientSecret,
			channelId: snap.channelId,
			privateKey: snapBi.privateKey,
			...data,
		}),
};
type Name = keyof typeof PARTNERS;
const NAMES = Object.keys(PARTNERS) as Name[];
const LIVES_IN_MS = { exchange: 7_200_000, snap: 900_000 };

const post = async (stored: StoredCredential, name: Name, options: IDataObject = {}) =>
	await thisProcess.legacy(stored, {
		uri: `${simulator.urls[name]}/api/echo`,
		method: 'POST',
		body: { a: 1 },
		...options,
	});
const own = async (stored: StoredCredential, items?: IDataObject[]) =>
	await thisProcess.own(
		stored,
		{ method: 'POST', path: '/api/echo', bodyType: 'json', bodyJson: '{"a": 1}' },
		items,
	);

describe.each(NAMES)('%s', (name) => {
	it('mints once for many requests at the same time, and stores the token once', async () => {
		const stored = PARTNERS[name]();
		simulator.configure(name, { mintDelayMs: 50 });
		const answers = await Promise.all(
			Array.from({ length: 20 }, async () => await post(stored, name)),
		);
		expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
		expect(simulator.counts(name)).toEqual({ requests: 20, mints: 1, refused: 0 });
		expect(stored.writes).toBe(1);
		expect(Number(stored.data.n8n_expires_at)).toBeGreaterThan(Date.now());
	});

	it('renews before the token ends, so that none is refused', async () => {
		const stored = PARTNERS[name]();
		const clock = putForward();
		for (let share = 0; share < 2.5; share += 0.1) {
			await post(stored, name);
			clock.by(LIVES_IN_MS[name] / 10);
		}
		const { mints, refused } = simulator.counts(name);
		expect(refused).toBe(0);
		expect([3, 4]).toContain(mints);
	});

	it('is sent again with another token by a node of ours, writes too, when it was revoked', async () => {
		const stored = PARTNERS[name]();
		await own(stored);
		simulator.revoke(name);
		await own(stored);
		expect(simulator.counts(name).mints).toBe(2);
		const outcomes = simulator.log(name).map(({ outcome }) => outcome);
		expect(outcomes.filter((outcome) => outcome === 'refused-token').length).toBeGreaterThan(0);
		expect(outcomes.at(-1)).toBe('ok');
	});

	it('gives no token for wrong secrets: a clear error, once for all, without the secret', async () => {
		const secrets = name === 'snap' ? { clientId: 'nobody-of-ours' } : { secret: 'not-this-one' };
		const stored = PARTNERS[name](secrets);
		const results = await Promise.allSettled(
			Array.from({ length: 5 }, async () => await post(stored, name)),
		);
		const [{ reason }] = results as Array<PromiseRejectedResult & { reason: Error }>;
		expect(results.every(({ status }) => status === 'rejected')).toBe(true);
		expect(String(reason)).toMatch(/gave no access token\. Check .+ and Base URL/);
		expect(simulator.log(name)).toHaveLength(1);
		const { description, stack } = reason as Error & { description?: string };
		const text = JSON.stringify([reason, description, stack]);
		expect(text).not.toContain('not-this-one');
		expect(text).not.toContain(snap.clientSecret);
		expect(text).not.toContain('PRIVATE KEY');
	});

	it('refuses another host, where the token would be read', async () => {
		const stored = PARTNERS[name]();
		await post(stored, name);
		const elsewhere = post(stored, name, { uri: 'https://elsewhere.example.com/api/echo' });
		await expect(elsewhere).rejects.toThrow('This credential may only be used with');
	});
});

it("SNAP BI: a 401 through n8n's newer helper is sent again with another token", async () => {
	const stored = PARTNERS.snap();
	await post(stored, 'snap');
	simulator.revoke('snap');
	const url = `${simulator.urls.snap}/api/echo`;
	const answer = await modernRequest(stored, { url, method: 'POST', body: { a: 1 } });
	expect(answer.statusCode).toBe(200);
	expect(simulator.counts('snap').mints).toBe(2);
});

describe('A failure through the HTTP Request node that may be for the token', () => {
	const fail = (status: number) =>
		simulator.configure('exchange', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status }],
		});
	const get = async (stored: StoredCredential) =>
		await post(stored, 'exchange', { method: 'GET', body: undefined });

	it('with a test path the partner is asked, and a token that lives stays', async () => {
		const stored = PARTNERS.exchange();
		await get(stored);
		fail(404);
		await expect(get(stored)).rejects.toThrow();
		expect(simulator.counts('exchange').mints).toBe(1);
	});

	it('without one, a token that is new stays', async () => {
		const stored = PARTNERS.exchange({ testPath: '' });
		await get(stored);
		fail(404);
		await expect(get(stored)).rejects.toThrow();
		expect(simulator.counts('exchange').mints).toBe(1);
	});

	it('without one, an older token is replaced, and a GET sent again', async () => {
		const stored = PARTNERS.exchange({ testPath: '' });
		await get(stored);
		putForward().by(301_000);
		fail(404);
		expect((await get(stored)).statusCode).toBe(200);
		expect(simulator.counts('exchange').mints).toBe(2);
	});
});

it("signs by the partner's clock where it differs", async () => {
	simulator.configure('snap', { clockOffsetMs: 240_000, requestTimeToleranceMs: 250_000 });
	const stored = PARTNERS.snap();
	await post(stored, 'snap');
	simulator.configure('snap', { requestTimeToleranceMs: 30_000 });
	expect((await post(stored, 'snap')).statusCode).toBe(200);
});

it('keeps the limit that the recipe states, one in ten in reserve', async () => {
	const token = { ...withoutRefresh.token, quota: { tokens: 10, minutes: 60 } };
	const stored = PARTNERS.exchange({ recipe: JSON.stringify({ ...withoutRefresh, token }) });
	const clock = putForward();
	const failures: string[] = [];
	for (let i = 0; i < 12; i += 1) {
		await own(stored).catch((error: Error) => failures.push(error.message));
		simulator.revoke('exchange');
		clock.by(1_000);
	}
	expect(simulator.counts('exchange').mints).toBe(9);
	expect(failures.at(-1)).toContain('limit of access tokens is reached: 9 in the last 60 minutes');
});

it('gets a new token when a value, the recipe or an address changes', async () => {
	const stored = PARTNERS.exchange();
	await post(stored, 'exchange');
	const old = stored.data.accessToken;
	for (const change of [
		{ values: { entry: [{ name: 'more', value: '1', mayBeSent: true }] } },
		{ recipe: JSON.stringify({ ...withoutRefresh, nonce: {} }) },
		{ tokenUrl: '/v1/token?' },
	]) {
		const changed = PARTNERS.exchange({ ...stored.data, ...change });
		await post(changed, 'exchange');
		expect(changed.data.accessToken).not.toBe(old);
	}
	expect(simulator.counts('exchange').mints).toBe(4);
});

it("Netzme's token and signature, as a recipe, are taken by the simulator that takes Netzme's credential", async () => {
	const stored = partner({
		scheme: 'json',
		baseUrl: simulator.urls.netzme,
		recipe: JSON.stringify(NETZME_RECIPE),
		secret: netzme.clientSecret,
		values: { entry: [{ name: 'clientId', value: netzme.clientId, mayBeSent: true }] },
	});
	for (const method of ['GET', 'POST']) {
		const uri = `${simulator.urls.netzme}/api/echo?a=1`;
		const body = method === 'GET' ? undefined : { a: 1 };
		expect((await thisProcess.legacy(stored, { uri, method, body })).statusCode).toBe(200);
	}
	expect(simulator.counts('netzme')).toEqual({ requests: 2, mints: 1, refused: 0 });
});

it('renews with a refresh token for one use where the partner refuses under 200, else asks anew', async () => {
	const stored = PARTNERS.exchange({ recipe: JSON.stringify(EXCHANGE_RECIPE) });
	const clock = putForward();
	const tokenPaths = () =>
		simulator
			.log('exchange')
			.map(({ url }) => url)
			.filter((url) => url.startsWith('/v1/token'));
	await own(stored);
	clock.by(LIVES_IN_MS.exchange * 0.85);
	await clock.until(own(stored));
	expect(tokenPaths()).toEqual(['/v1/token', '/v1/token/refresh']);
	// Another program has used the refresh token up.
	const state = JSON.parse(String(stored.data.accessTokenState)) as object;
	const used = { ...state, refreshToken: 'rt_that_is_used_up' };
	const other = PARTNERS.exchange({
		...stored.data,
		accessTokenState: JSON.stringify(used),
		recipe: JSON.stringify(EXCHANGE_RECIPE),
	});
	clock.by(LIVES_IN_MS.exchange);
	await clock.until(anotherPartnerProcess(0).own(other, { path: '/v1/orders' }));
	expect(tokenPaths().slice(2)).toEqual(['/v1/token/refresh', '/v1/token']);
});
