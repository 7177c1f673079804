import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest, type StoredCredential } from './harness';
import { putForward } from './put-forward';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());
afterEach(() => jest.restoreAllMocks());

const PROVIDERS = ['pledg', 'su', 'netzme'] as const;
type TokenProvider = (typeof PROVIDERS)[number];

/** A secret of its own for every test: what a process knows of a token belongs to its inputs. */
let round = 0;
async function account(provider: TokenProvider): Promise<StoredCredential> {
	const secret = `secret-of-round-${(round += 1)}-with-length`;
	const changes = {
		pledg: { apiSecret: secret },
		su: { clientSecrets: { sandbox: secret } },
		netzme: { clientSecret: secret },
	}[provider];
	const response = await fetch(`${simulator.urls.control}/accounts/${provider}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(changes),
	});
	expect(response.status).toBeLessThan(300);
	return accounts[provider](simulator, { apiSecret: secret, clientSecret: secret });
}

const echo = (provider: TokenProvider) => `${simulator.urls[provider]}/api/echo`;
const get = async (stored: StoredCredential, provider: TokenProvider, options: IDataObject = {}) =>
	await legacyRequest(stored, { uri: echo(provider), ...options });

describe.each(PROVIDERS)('%s', (provider) => {
	it('mints once for many requests at the same time, and writes once', async () => {
		const stored = await account(provider);
		simulator.configure(provider, { mintDelayMs: 50 });
		await Promise.all(Array.from({ length: 40 }, async () => await get(stored, provider)));
		expect(simulator.counts(provider)).toEqual({ requests: 40, mints: 1, refused: 0 });
		expect(stored.writes).toBe(1);
	});

	it('stores the token with the credential, masked, with its expiry', async () => {
		const stored = await account(provider);
		await get(stored, provider);
		const { accessToken, n8n_expires_at: expiresAt, renewal } = stored.data;
		expect(simulator.log(provider).at(-1)?.headers.authorization).toBe(
			`Bearer ${String(accessToken)}`,
		);
		expect(Number(expiresAt)).toBeGreaterThan(Date.now());
		expect(renewal).toBe('');
		const property = stored.type.properties.find(({ name }) => name === 'accessToken');
		expect(property?.typeOptions?.password).toBe(true);
	});

	it('renews before the token expires, so that none is refused', async () => {
		const stored = await account(provider);
		simulator.configure(provider, { tokenLifeMs: 600_000 });
		const clock = putForward();
		for (let minutes = 0; minutes < 25; minutes += 0.5) {
			await get(stored, provider);
			clock.by(30_000);
		}
		const { mints, refused } = simulator.counts(provider);
		expect(refused).toBe(0);
		expect(mints).toBeGreaterThanOrEqual(3);
		expect(mints).toBeLessThanOrEqual(5);
	});

	it('takes a token that is said to live for ages, and sets no timer that overflows', async () => {
		const stored = await account(provider);
		simulator.configure(provider, { tokenLifeMs: 1e15 });
		const timers = jest.spyOn(globalThis, 'setTimeout');
		for (let i = 0; i < 3; i += 1) await get(stored, provider);
		expect(simulator.counts(provider)).toEqual({ requests: 3, mints: 1, refused: 0 });
		const delays = timers.mock.calls.map(([, delay]) => Number(delay ?? 0));
		timers.mockRestore();
		expect(Math.max(0, ...delays)).toBeLessThan(2 ** 31);
		const end = new Date(Number(stored.data.n8n_expires_at));
		expect(end.getFullYear() - new Date().getFullYear()).toBeLessThanOrEqual(1);
	});

	it('gets a new token when the secret was replaced, and sends the old one no more', async () => {
		const before = await account(provider);
		await get(before, provider);
		const old = before.data.accessToken;
		const after = await account(provider);
		after.data = { ...before.data, ...after.data, ...storedToken(before) };
		await get(after, provider);
		expect(simulator.counts(provider)).toEqual({ requests: 2, mints: 2, refused: 0 });
		expect(simulator.log(provider).at(-1)?.headers.authorization).not.toContain(String(old));
	});

	it('asks once for a token that is refused for its secrets, not once per item', async () => {
		const stored = await account(provider);
		stored.data = { ...stored.data, apiSecret: 'wrong-secret', clientSecret: 'wrong-secret' };
		const results = await Promise.allSettled(
			Array.from({ length: 20 }, async () => await get(stored, provider)),
		);
		expect(results.every(({ status }) => status === 'rejected')).toBe(true);
		expect(String((results[0] as PromiseRejectedResult).reason)).toMatch(/gave no access token/);
		expect(simulator.log(provider)).toHaveLength(1);
	});
});

describe('A token that the provider revoked in mid-life', () => {
	it.each(PROVIDERS)(
		'%s: a GET through the HTTP Request node is sent again with a new one',
		async (provider) => {
			const stored = await account(provider);
			await get(stored, provider);
			simulator.revoke(provider);
			expect((await get(stored, provider)).statusCode).toBe(200);
			expect(simulator.counts(provider).mints).toBe(2);
		},
	);

	it.each(PROVIDERS)(
		'%s: a POST through the HTTP Request node fails once, and is not sent again',
		async (provider) => {
			const stored = await account(provider);
			await get(stored, provider);
			simulator.revoke(provider);
			const post = async () => await get(stored, provider, { method: 'POST', body: { a: 1 } });
			await expect(post()).rejects.toThrow();
			expect(posts(provider)).toBe(1);
			expect((await post()).statusCode).toBe(200);
			expect(posts(provider)).toBe(2);
		},
	);

	it.each(PROVIDERS)(
		'%s: a POST through the newer helper is sent again after the 401',
		async (provider) => {
			const stored = await account(provider);
			await get(stored, provider);
			simulator.revoke(provider);
			const answer = await modernRequest(stored, {
				url: echo(provider),
				method: 'POST',
				body: { a: 1 },
			});
			expect(answer.statusCode).toBe(200);
			expect(simulator.counts(provider).mints).toBe(2);
		},
	);
});

describe.each(PROVIDERS)(
	'A failure that is not the token, through the HTTP Request node: %s',
	(provider) => {
		it.each([
			['a 500', { kind: 'status', status: 500 }],
			['a 404', { kind: 'status', status: 404 }],
			['a cut connection', { kind: 'cut' }],
			['a timeout', { kind: 'delay', delayMs: 1_000 }],
		] as const)('never sends a POST twice, nor mints, after %s', async (_what, fault) => {
			const stored = await account(provider);
			await get(stored, provider);
			simulator.configure(provider, { failNext: [{ target: 'api', count: 1, ...fault }] });
			const post = get(stored, provider, { method: 'POST', body: { a: 1 }, timeout: 300 });
			await expect(post).rejects.toThrow();
			expect(posts(provider)).toBe(1);
			expect(simulator.counts(provider).mints).toBe(1);
		});

		it('reports a failed GET without minting', async () => {
			const stored = await account(provider);
			await get(stored, provider);
			simulator.configure(provider, {
				failNext: [{ target: 'api', count: 1, kind: 'status', status: 404 }],
			});
			await expect(get(stored, provider)).rejects.toThrow();
			expect(simulator.counts(provider).mints).toBe(1);
		});
	},
);

function posts(provider: TokenProvider): number {
	const toEcho = ({ method, url }: { method: string; url: string }) =>
		method === 'POST' && url.startsWith('/api/echo');
	return simulator.log(provider).filter(toEcho).length;
}

function storedToken({ data }: StoredCredential) {
	const { accessToken, accessTokenState, n8n_expires_at } = data;
	return { accessToken, accessTokenState, n8n_expires_at };
}
