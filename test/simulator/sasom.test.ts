import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, basic, JSON_TYPE } from './testing';

const { apiKey, apiSecret } = DEFAULT_ACCOUNTS.sasom;
const authorization = basic(apiKey, apiSecret);
const ORDERS = '/partner/processing/orders';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(() => simulator.stop());

const get = (path: string) => ask(simulator.urls.sasom, path, { headers: { authorization } });
const send = (method: string, path: string, body: unknown) =>
	ask(simulator.urls.sasom, path, {
		method,
		headers: { ...JSON_TYPE, authorization },
		body: JSON.stringify(body),
	});

const LISTING = { sku: 'A-1', size: '10', price: 5000, quantity: 1 };
const BATCH = { listings: [LISTING], parcel_quantity: 1 };
const KERRY = { logistic_type: 'kerry', pickup_date: '2026-01-31', pickup_time: '09:30' };
const KERRY_SENTENCE =
	'Kerry pickup requires both pickup_date (YYYY-MM-DD) and pickup_time (HH:MM)';

describe('the sentences of the page "Error Handling"', () => {
	it.each([
		[
			'list/ask',
			{ ...LISTING, price: 200 },
			'sku: A-1, size: 10, price: 200 - price must be at least 250 baht',
		],
		['list/ask', { ...LISTING, quantity: 100 }, 'Quantity must be between 1 and 99'],
		[
			'batch/r2s',
			{ ...BATCH, listings: [LISTING, { ...LISTING, price: 6000 }] },
			'Duplicate SKU+size with different price: A-1**10**6000',
		],
		['batch/r2s', { ...BATCH, ...KERRY, pickup_date: undefined }, KERRY_SENTENCE],
		['batch/r2s', { ...BATCH, ...KERRY, pickup_date: '31-01-2026' }, KERRY_SENTENCE],
		['batch/r2s', { ...BATCH, ...KERRY, pickup_time: '9:30' }, KERRY_SENTENCE],
		['batch/r2s', { ...BATCH, ...KERRY, pickup_time: '24:00' }, KERRY_SENTENCE],
	])('%s with %j', async (path, body, message) => {
		expect(await send('POST', `/partner/${path}`, body)).toMatchObject({
			status: 400,
			json: { success: false, message },
		});
	});
});

it.each([
	['list/ask', { ...LISTING, year: 2023 }],
	['list/ask', { ...LISTING, price: undefined }],
	['batch/r2s', { listings: [LISTING] }],
	['batch/r2s', { ...BATCH, parcel_quantity: '1' }],
	['batch/r2s', { ...BATCH, parcel_quantity: 0 }],
	['batch/r2s', { ...BATCH, logistic_type: 1 }],
	['batch/r2s', { ...BATCH, listings: ['A-1'] }],
])('POST %s refuses %j', async (path, body) => {
	expect((await send('POST', `/partner/${path}`, body)).status).toBe(400);
});

it.each([
	['twice at the same price', { ...BATCH, listings: [LISTING, LISTING] }],
	['in two sizes', { ...BATCH, listings: [LISTING, { ...LISTING, size: '11', price: 300 }] }],
	['with a pickup by Kerry', { ...BATCH, ...KERRY }],
])('takes a SKU in a batch %s', async (_what, body) => {
	expect((await send('POST', '/partner/batch/r2s', body)).json).toMatchObject({
		success: true,
		data: { batch_id: 'r2s_1', listings: body.listings },
	});
});

it('pages through 10,000 orders on demand', async () => {
	simulator.configure('sasom', { orderCount: 10_000, pageSize: 100 });
	const first = (await get(ORDERS)).json;
	expect(first.data).toHaveLength(100);
	const last = Buffer.from('9900').toString('base64url');
	const { json } = await get(`${ORDERS}?cursor=${last}`);
	expect(json.data.at(-1).order_id).toBe('processing_10000');
	expect(json.next_cursor).toBeNull();
});

describe('the limit of requests', () => {
	it('answers 429 and when to come back, until a minute has passed', async () => {
		simulator.configure('sasom', { requestsPerMinute: 2 });
		expect((await get(ORDERS)).status).toBe(200);
		expect((await get(ORDERS)).status).toBe(200);
		const { status, headers, json } = await get(ORDERS);
		expect(status).toBe(429);
		expect(Number(headers['retry-after'])).toBeGreaterThan(55);
		expect(json).toMatchObject({
			success: false,
			message: expect.stringMatching(/^Rate limit exceeded\. Please retry after \d+ seconds\.$/),
		});
		simulator.configure('sasom', { clockOffsetMs: 61_000 });
		expect((await get(ORDERS)).status).toBe(200);
	});

	it('is 1,000 a minute unless told otherwise', async () => {
		for (let sent = 1; sent < 1000; sent += 1) await get('/api/echo');
		expect((await get(ORDERS)).status).toBe(200);
		expect((await get(ORDERS)).status).toBe(429);
		simulator.configure('sasom', { requestsPerMinute: null });
		expect((await get(ORDERS)).status).toBe(200);
	});

	it('does not count requests of others', async () => {
		simulator.configure('sasom', { requestsPerMinute: 1 });
		await ask(simulator.urls.sasom, ORDERS);
		expect((await get(ORDERS)).status).toBe(200);
	});
});

describe('orders in process', () => {
	const listed = async () => (await get(ORDERS)).json.data as Array<{ order_id: string }>;
	const ids = async () => (await listed()).map(({ order_id }) => order_id);

	it('come, change and go as tests want', async () => {
		simulator.configure('sasom', { orderCount: 2 });
		simulator.act('sasom', 'putOrder', { order_id: 'added_1', status: 'packed' });
		expect(await ids()).toEqual(['processing_1', 'processing_2', 'added_1']);
		simulator.act('sasom', 'removeOrder', { order_id: 'processing_1' });
		simulator.act('sasom', 'putOrder', { order_id: 'processing_2', status: 'packed' });
		expect(await listed()).toEqual([
			expect.objectContaining({ order_id: 'processing_2', status: 'packed', size: 'US 9' }),
			{ order_id: 'added_1', status: 'packed' },
		]);
		expect(() => simulator.act('sasom', 'putOrder')).toThrow('order_id is required');
	});
});
