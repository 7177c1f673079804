import { createLog } from './log';
import { DEFAULT_ACCOUNTS, PROVIDER_NAMES, startSimulator, type Simulator } from './index';
import { ask, basic, JSON_TYPE, mintPledg } from './testing';

const { sasom, pledg } = DEFAULT_ACCOUNTS;
const ORDERS = '/partner/processing/orders';

describe('the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const headers = { authorization: basic(sasom.apiKey, sasom.apiSecret) };
	const orders = () => ask(simulator.urls.sasom, ORDERS, { headers });
	const order = (path: string, body: unknown = {}) =>
		ask(simulator.urls.control, path, { method: 'POST', body: JSON.stringify(body) });

	it('gives each provider and the control its own loopback address', () => {
		const urls = Object.values(simulator.urls);
		expect(Object.keys(simulator.urls).sort()).toEqual([...PROVIDER_NAMES, 'control'].sort());
		expect(new Set(urls).size).toBe(PROVIDER_NAMES.length + 1);
		for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});

	it('logs the raw request and its outcome', async () => {
		const path = '/api/echo?b=%7e&a=1';
		const body = '{"ü":1}';
		await ask(simulator.urls.sasom, path, { method: 'PATCH', headers, body });
		await ask(simulator.urls.sasom, path);
		const log = simulator.log('sasom');
		expect(log.map(({ status, outcome }) => [status, outcome])).toEqual([
			[200, 'ok'],
			[401, 'bad-credentials'],
		]);
		expect(log[0]).toMatchObject({ provider: 'sasom', method: 'PATCH', url: path, headers });
		expect(Buffer.from(log[0].body, 'base64').toString()).toBe(body);
		expect(Math.abs(Date.now() - log[0].at)).toBeLessThan(5000);
		expect(simulator.log('su')).toEqual([]);
	});

	it('echoes method, raw URL, body and headers to an authenticated caller, but no credentials', async () => {
		const sent = {
			method: 'PUT',
			headers: { ...headers, 'x-mine': 'y' },
			body: Buffer.from([0, 255, 13]),
		};
		const { json } = await ask(simulator.urls.sasom, '/api/echo?x=a+b%20c', sent);
		expect(json.received).toMatchObject({
			method: 'PUT',
			url: '/api/echo?x=a+b%20c',
			body: 'AP8N',
		});
		expect(json.received.headers['x-mine']).toBe('y');
		expect(json.received.headers.authorization).toBeUndefined();
	});

	it('counts API requests, mints and refusals apart', async () => {
		const { token } = (await mintPledg(simulator.urls.pledg)).json;
		await mintPledg(simulator.urls.pledg, { authorization: basic(pledg.apiKey, 'wrong') });
		await ask(simulator.urls.pledg, '/api/echo', { headers: { authorization: `Bearer ${token}` } });
		expect(simulator.counts('pledg')).toEqual({ requests: 1, mints: 1, refused: 1 });
	});

	it('is controlled over HTTP as in the process', async () => {
		await orders();
		expect((await ask(simulator.urls.control, '/log?provider=sasom')).json).toHaveLength(1);
		expect((await ask(simulator.urls.control, '/counts')).json.sasom.requests).toBe(1);
		await order('/faults/sasom', { orderCount: 7 });
		expect((await orders()).json.data).toHaveLength(7);
		await order('/reset');
		expect((await orders()).json.data).toHaveLength(3);
		expect(simulator.log()).toHaveLength(1);
	});

	it.each([
		['/faults/sasom', { orderCuont: 7 }, 400],
		['/faults/sasom', { orderCount: '7' }, 400],
		['/faults/sasom', { failNext: [{ target: 'api', count: 1, kind: 'nonsense' }] }, 400],
		['/faults/nobody', { orderCount: 7 }, 404],
		['/accounts/sasom', { secret: 'x' }, 400],
		['/accounts/sasom', { apiSecret: 1 }, 400],
		['/accounts/sasom/B', { secret: 'x' }, 400],
		['/accounts/pledg/B', { apiKey: 'x' }, 400],
		['/nonsense', {}, 404],
	])('refuses %s with %j', async (path, body, status) => {
		expect((await order(path, body)).status).toBe(status);
	});

	it('changes secrets at run time and takes them back on reset', async () => {
		const changed = { authorization: basic(sasom.apiKey, 'rotated') };
		await order('/accounts/sasom', { apiSecret: 'rotated' });
		expect((await orders()).status).toBe(401);
		expect((await ask(simulator.urls.sasom, ORDERS, { headers: changed })).status).toBe(200);
		simulator.reset();
		expect((await orders()).status).toBe(200);
	});

	it('rejects a taken port and leaves nothing running', async () => {
		const port = Number(new URL(simulator.urls.sasom).port);
		await expect(startSimulator({ ports: { su: port } })).rejects.toThrow('EADDRINUSE');
	});

	it('stops at once, with answers pending and connections open', async () => {
		const other = await startSimulator();
		other.configure('sasom', { latencyMs: 60_000 });
		const pending = ask(other.urls.sasom, ORDERS, { headers });
		const failed = expect(pending).rejects.toThrow();
		while (other.log().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await other.stop();
		await failed;
		expect(other.log()[0].status).toBeNull();
	});

	it.each(['a:b:c', '+/==+/', 'pässwörd €', 'x'.repeat(4096), ' blank '])(
		'takes the secret %s',
		async (apiSecret) => {
			const other = await startSimulator({ accounts: { sasom: { apiSecret } } });
			const strange = { ...JSON_TYPE, authorization: basic(sasom.apiKey, apiSecret) };
			const { status } = await ask(other.urls.sasom, ORDERS, { headers: strange });
			await other.stop();
			expect(status).toBe(200);
		},
	);
});

describe('the log', () => {
	it('drops the oldest entries above its limit', () => {
		const log = createLog(20, 5);
		const entry = {
			provider: 'su',
			method: 'GET',
			url: '/',
			headers: {},
			body: '',
			port: 0,
			status: 200,
		};
		for (let at = 1; at <= 21; at += 1) log.add({ ...entry, at, outcome: 'ok' });
		expect(log.entries().map(({ at }) => at)).toEqual(
			Array.from({ length: 16 }, (_, at) => at + 6),
		);
	});
});
