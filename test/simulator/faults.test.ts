import { DEFAULT_ACCOUNTS, startSimulator, type FailNext, type Simulator } from './index';
import { ask, basic, mintNetzme, mintPledg, mintSu } from './testing';

const { sasom } = DEFAULT_ACCOUNTS;
const headers = { authorization: basic(sasom.apiKey, sasom.apiSecret) };

describe('faults', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const orders = () => ask(simulator.urls.sasom, '/partner/processing/orders', { headers });
	const failNext = (fault: Partial<FailNext> & Pick<FailNext, 'kind'>) =>
		simulator.configure('sasom', { failNext: [{ target: 'api', count: 1, ...fault }] });

	it('status: as often as asked, then the usual answer', async () => {
		failNext({ kind: 'status', status: 503, count: 2 });
		const statuses = [await orders(), await orders(), await orders()].map(({ status }) => status);
		expect(statuses).toEqual([503, 503, 200]);
		expect(simulator.log().map(({ outcome }) => outcome)).toEqual(['fault', 'fault', 'ok']);
	});

	it('status: with a body of its own', async () => {
		failNext({ kind: 'status', status: 418, body: { teapot: true } });
		expect(await orders()).toMatchObject({ status: 418, json: { teapot: true } });
	});

	it('status: in another encoding than it says', async () => {
		const body = JSON.stringify({ name: 'José' });
		const contentType = 'application/json; charset=utf-8';
		failNext({ kind: 'status', body, contentType, encoding: 'latin1' });
		const answer = await fetch(`${simulator.urls.sasom}/partner/processing/orders`, { headers });
		expect(answer.headers.get('content-type')).toBe(contentType);
		expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toBe(body);
	});

	it('works the list off in order', async () => {
		const any = { target: 'any', count: 1, kind: 'status' } as const;
		simulator.configure('sasom', {
			failNext: [
				{ ...any, status: 500 },
				{ ...any, status: 502 },
			],
		});
		expect([(await orders()).status, (await orders()).status]).toEqual([500, 502]);
	});

	it('delay: the usual answer, later', async () => {
		failNext({ kind: 'delay', delayMs: 80 });
		const from = Date.now();
		expect((await orders()).status).toBe(200);
		expect(Date.now() - from).toBeGreaterThanOrEqual(75);
	});

	it('cut: the socket ends after the request was read', async () => {
		failNext({ kind: 'cut' });
		await expect(orders()).rejects.toThrow(/hang up|ECONNRESET/);
		expect(simulator.log()).toMatchObject([{ status: null, outcome: 'fault' }]);
	});

	it('malformedJson and html', async () => {
		failNext({ kind: 'malformedJson' });
		const broken = await orders();
		expect(broken).toMatchObject({ status: 200, json: undefined });
		expect(broken.headers['content-type']).toContain('application/json');
		failNext({ kind: 'html' });
		const page = await orders();
		expect(page.status).toBe(502);
		expect(page.headers['content-type']).toBe('text/html');
	});

	it('tooMany: 429 with Retry-After, in the words of the provider', async () => {
		failNext({ kind: 'tooMany', retryAfterSeconds: 7 });
		const answer = await orders();
		expect(answer).toMatchObject({
			status: 429,
			json: { success: false, message: 'Rate limit exceeded' },
		});
		expect(answer.headers['retry-after']).toBe('7');
	});

	it('echo: repeats headers and secrets as fields and as text', async () => {
		failNext({ kind: 'echo' });
		const { status, json } = await orders();
		expect(status).toBe(400);
		expect(json.echo).toMatchObject({ headers, account: sasom });
		for (const secret of [headers.authorization, sasom.apiSecret]) {
			expect(json.message).toContain(secret);
			expect(json.text).toContain(secret);
		}
	});

	it('redirect: 302 or another status, to the given place', async () => {
		failNext({ kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/x' });
		const answer = await orders();
		expect([answer.status, answer.headers.location]).toEqual([307, 'http://127.0.0.1:9/x']);
	});

	it('huge: ten megabytes', async () => {
		failNext({ kind: 'huge' });
		expect((await orders()).text.length).toBeGreaterThan(10_000_000);
	});

	it('latencyMs delays every API answer', async () => {
		simulator.configure('sasom', { latencyMs: 60 });
		const from = Date.now();
		await orders();
		expect(Date.now() - from).toBeGreaterThanOrEqual(55);
	});

	it('clockOffsetMs moves the Date header', async () => {
		simulator.configure('sasom', { clockOffsetMs: -3_600_000 });
		const date = Date.parse((await orders()).headers.date ?? '');
		expect(Math.abs(date - (Date.now() - 3_600_000))).toBeLessThan(5000);
	});

	it('token faults leave API requests alone', async () => {
		const mint = { target: 'token', count: 1, kind: 'status', status: 503 } as const;
		const none = { target: 'any', count: 1, kind: 'noToken' } as const;
		simulator.configure('pledg', { failNext: [mint, none] });
		expect((await ask(simulator.urls.pledg, '/api/echo')).status).toBe(401);
		expect((await mintPledg(simulator.urls.pledg)).status).toBe(503);
		expect((await mintPledg(simulator.urls.pledg)).json).not.toHaveProperty('access_token');
		expect((await mintPledg(simulator.urls.pledg)).json).toHaveProperty('access_token');
	});

	it.each([
		['pledg', mintPledg, ['access_token'], ['expires_in']],
		['su', mintSu, ['data', 'token'], ['data', 'expire_in']],
		['netzme', mintNetzme, ['access_token'], ['expiry_token']],
	] as const)('noToken and textExpiry for %s', async (provider, mint, token, expiry) => {
		const next = { target: 'token', count: 1 } as const;
		simulator.configure(provider, {
			failNext: [
				{ ...next, kind: 'noToken' },
				{ ...next, kind: 'textExpiry' },
				{ ...next, kind: 'textExpiry', body: 'NaN' },
			],
		});
		const without = await mint(simulator.urls[provider]);
		expect(without.status).toBe(200);
		expect(without.json).not.toHaveProperty([...token]);
		const soon = await mint(simulator.urls[provider]);
		expect(soon.json).toHaveProperty([...expiry], 'soon');
		expect(soon.json).toHaveProperty([...token]);
		expect((await mint(simulator.urls[provider])).json).toHaveProperty([...expiry], 'NaN');
	});
});
