import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, askNetzme, mintNetzme, mintOauth2, mintPledg, mintSu } from './testing';

const ONE_HOUR_IN_MS = 60 * 60 * 1000;

describe('tokens', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const bearer = (provider: 'pledg' | 'su' | 'oauth2', token: string) =>
		ask(simulator.urls[provider], '/api/echo', { headers: { authorization: `Bearer ${token}` } });
	const netzme = (token: string) => askNetzme(simulator.urls.netzme, { token, path: '/api/echo' });
	const pledgToken = async () => (await mintPledg(simulator.urls.pledg)).json.access_token;
	const netzmeToken = async () => (await mintNetzme(simulator.urls.netzme)).json.access_token;

	it('live side by side where the provider has no limit', async () => {
		const tokens = [await pledgToken(), await pledgToken()];
		for (const token of tokens) expect((await bearer('pledg', token)).status).toBe(200);
	});

	it('expire on the server clock', async () => {
		simulator.configure('pledg', { tokenLifeMs: 60_000 });
		const { access_token, expires_in } = (await mintPledg(simulator.urls.pledg)).json;
		expect(expires_in).toBe(60);
		simulator.configure('pledg', { clockOffsetMs: 59_000 });
		expect((await bearer('pledg', access_token)).status).toBe(200);
		simulator.configure('pledg', { clockOffsetMs: 61_000 });
		expect((await bearer('pledg', access_token)).status).toBe(401);
		expect(simulator.counts('pledg').refused).toBe(1);
	});

	it('die when they are revoked', async () => {
		const token = await pledgToken();
		simulator.revoke('pledg');
		expect((await bearer('pledg', token)).status).toBe(401);
		expect(simulator.log('pledg').at(-1)).toMatchObject({ outcome: 'refused-token', token });
	});

	it('Netzme: a new token ends the one before', async () => {
		const first = await netzmeToken();
		expect((await netzme(first)).status).toBe(200);
		const second = await netzmeToken();
		expect([(await netzme(first)).status, (await netzme(second)).status]).toEqual([401, 200]);
	});

	it('Netzme: a refused mint ends nothing', async () => {
		const token = await netzmeToken();
		await mintNetzme(simulator.urls.netzme, { authorization: 'Basic eDp5' });
		expect((await netzme(token)).status).toBe(200);
	});

	it('Netzme: the old token dies on arrival, before a slow answer leaves', async () => {
		const first = await netzmeToken();
		simulator.configure('netzme', { mintDelayMs: 600 });
		let isAnswered = false;
		const slow = mintNetzme(simulator.urls.netzme).finally(() => (isAnswered = true));
		while (simulator.counts('netzme').mints < 2) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		expect((await netzme(first)).status).toBe(401);
		expect(isAnswered).toBe(false);
		expect((await netzme((await slow).json.access_token)).status).toBe(200);
	});

	it('any provider may be told to hand out the same token until it ends', async () => {
		simulator.configure('oauth2', { sameTokenUntilEnd: true, tokenLifeMs: 10_500 });
		const mint = async () => (await mintOauth2(simulator.urls.oauth2)).json;
		const first = await mint();
		simulator.configure('oauth2', { clockOffsetMs: 5_000 });
		expect(await mint()).toMatchObject({ access_token: first.access_token, expires_in: 5 });
		simulator.configure('oauth2', { fullLifeAgain: true });
		expect(await mint()).toMatchObject({ access_token: first.access_token, expires_in: 10.5 });
		expect(simulator.counts('oauth2').mints).toBe(1);
		simulator.configure('oauth2', { clockOffsetMs: 11_000 });
		expect((await mint()).access_token).not.toBe(first.access_token);
	});

	it('any provider may be told to have one live token', async () => {
		simulator.configure('oauth2', { oneLiveToken: true });
		const mint = async () => (await mintOauth2(simulator.urls.oauth2)).json;
		const [first, second] = [await mint(), await mint()];
		expect(second).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
		expect((await bearer('oauth2', first.access_token)).status).toBe(401);
		expect((await bearer('oauth2', second.access_token)).status).toBe(200);
	});

	it('Su: the 31st mint within an hour is refused, per environment', async () => {
		const mint = (headers?: Record<string, string>) => mintSu(simulator.urls.su, headers);
		for (let at = 1; at <= 30; at += 1) expect((await mint()).status).toBe(200);
		expect(await mint()).toMatchObject({
			status: 422,
			json: { Status: 'Fail', Errors: { Code: '548', ShortText: 'Limit has been reached' } },
		});
		const live = { 'client-secret': DEFAULT_ACCOUNTS.su.clientSecrets.production };
		expect((await mint(live)).json.data.token).toMatch(/^live_/);
		expect(simulator.counts('su')).toEqual({ requests: 0, mints: 31, refused: 0 });
		simulator.configure('su', { clockOffsetMs: ONE_HOUR_IN_MS + 1000 });
		expect((await mint()).status).toBe(200);
	});

	it('OAuth 2.0: takes the pair in the body and names its errors', async () => {
		const { clientId, clientSecret } = DEFAULT_ACCOUNTS.oauth2;
		const mint = (fields: Record<string, string>, type = 'application/x-www-form-urlencoded') =>
			ask(simulator.urls.oauth2, '/token', {
				method: 'POST',
				headers: { 'content-type': type },
				body: new URLSearchParams(fields).toString(),
			});
		const pair = { client_id: clientId, client_secret: clientSecret };
		const grant = { grant_type: 'client_credentials' };
		expect((await mint({ ...grant, ...pair })).status).toBe(200);
		expect(await mint({ ...grant, ...pair, client_secret: 'x' })).toMatchObject({
			status: 401,
			json: { error: 'invalid_client' },
		});
		expect((await mint({ ...pair, grant_type: 'password' })).json.error).toBe(
			'unsupported_grant_type',
		);
		expect((await mint({ ...grant, ...pair }, 'text/plain')).json.error).toBe('invalid_request');
	});
});
