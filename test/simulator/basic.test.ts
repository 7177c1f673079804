import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, basic, JSON_TYPE } from './testing';

const { sasom, guestline } = DEFAULT_ACCOUNTS;
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(() => simulator.stop());

describe('SASOM', () => {
	const authorization = basic(sasom.apiKey, sasom.apiSecret);
	const get = (path: string) => ask(simulator.urls.sasom, path, { headers: { authorization } });
	const send = (method: string, path: string, body: unknown) =>
		ask(simulator.urls.sasom, path, {
			method,
			headers: { ...JSON_TYPE, authorization },
			body: JSON.stringify(body),
		});
	const encoded = authorization.slice('Basic '.length);

	it.each([
		[undefined, 'Missing authorization header'],
		[basic(sasom.apiKey, `${sasom.apiSecret}x`), 'Invalid credentials'],
		[basic(sasom.apiKey.toUpperCase(), sasom.apiSecret), 'Invalid credentials'],
		[`Basic  ${encoded}`, 'Invalid credentials'],
		[`Basic ${encoded.slice(0, 20)} ${encoded.slice(20)}`, 'Invalid credentials'],
		[`Basic ${encoded.replace(/=+$/, '')}`, 'Invalid credentials'],
		[`Bearer ${encoded}`, 'Invalid credentials'],
		[`Basic ${Buffer.from([0xff, 0x3a, 0xfe]).toString('base64')}`, 'Invalid credentials'],
	])('answers 401 to the header %s', async (header, message) => {
		const headers: Record<string, string> = header === undefined ? {} : { authorization: header };
		const answer = await ask(simulator.urls.sasom, '/partner/settled/orders', { headers });
		expect(answer).toMatchObject({ status: 401, json: { success: false, message } });
	});

	it('pages by cursor until next_cursor is null', async () => {
		simulator.configure('sasom', { orderCount: 5, pageSize: 2 });
		const ids: string[] = [];
		let path = '/partner/processing/orders';
		for (let pages = 0; path && pages < 9; pages += 1) {
			const { json } = await get(path);
			ids.push(...json.data.map((order: { order_id: string }) => order.order_id));
			path = json.next_cursor ? `/partner/processing/orders?cursor=${json.next_cursor}` : '';
		}
		expect(ids).toEqual([1, 2, 3, 4, 5].map((at) => `processing_${at}`));
		expect((await get('/partner/processing/orders?cursor=nonsense')).status).toBe(400);
	});

	const ask1 = { sku: 'A-1', size: 'US 9', price: 250, quantity: 1 };
	it.each([
		['list/ask', { ...ask1, price: 249 }],
		['list/ask', { ...ask1, price: '250' }],
		['list/ask', { ...ask1, quantity: 100 }],
		['list/ask', { ...ask1, quantity: 0 }],
		['list/ask', { ...ask1, sku: '' }],
		['list/ask', [ask1]],
		['list/preorder', ask1],
		['list/preorder', { ...ask1, releaseDate: '2025-02-30' }],
		['batch/r2s', { listings: [], parcel_quantity: 1 }],
		['batch/r2s', { listings: [ask1, { ...ask1, price: 300 }], parcel_quantity: 1 }],
		['batch/r2s', { listings: [ask1], parcel_quantity: 1, logistic_type: 'kerry' }],
	])('refuses POST %s with %j', async (path, body) => {
		const answer = await send('POST', `/partner/${path}`, body);
		expect(answer.status).toBe(400);
		expect(answer.json).toEqual({ success: false, message: expect.any(String) });
	});

	it('keeps what was written', async () => {
		const created = (await send('POST', '/partner/list/ask', ask1)).json.data;
		expect(created).toMatchObject({ ...ask1, status: 'active', listing_id: expect.any(String) });
		const { listing_id } = created;
		expect((await send('PUT', '/partner/edit/listing', { listing_id, price: 900 })).status).toBe(
			200,
		);
		expect((await get('/partner/live/listings/ask')).json.data).toMatchObject([{ price: 900 }]);
		expect((await get('/partner/lowest/A-1')).json.data.lowest_price).toBe(900);
		expect((await send('PUT', '/partner/edit/preorder', { listing_id, price: 900 })).status).toBe(
			404,
		);
		const kerry = { logistic_type: 'kerry', pickup_date: '2025-01-31', pickup_time: '09:30' };
		const batch = { listings: [ask1], parcel_quantity: 1, ...kerry };
		expect((await send('POST', '/partner/batch/r2s', batch)).json.success).toBe(true);
	});

	it('answers unknown routes in its own shape', async () => {
		const answer = await get('/partner/nonsense');
		expect(answer).toMatchObject({ status: 404, json: { success: false, message: 'Not found' } });
	});
});

describe('Guestline', () => {
	const { clientId, apiKey, productId, productApiKey } = guestline;
	const client = { authorization: basic(clientId, apiKey) };
	const product = {
		authorization: basic(productId, productApiKey),
		'x-product-id': productId,
		'x-client-id': clientId,
	};
	const create = (headers: Record<string, string>, body = '{"transaction":{"amount":1}}') =>
		ask(simulator.urls.guestline, '/api/checkout/sessions', {
			method: 'POST',
			headers: { ...JSON_TYPE, ...headers },
			body,
		});
	const { 'x-client-id': _left, ...withoutClient } = product;

	it.each([
		['client', client],
		['product', product],
	])('creates a session at %s level', async (_level, headers) => {
		const answer = await create(headers);
		expect(answer.status).toBe(201);
		expect(answer.json).toEqual({ sessionId: expect.any(String), url: expect.any(String) });
	});

	it.each([
		['no header', {}],
		['a wrong key', { authorization: basic(clientId, 'wrong') }],
		['client level with X-Product-Id', { ...client, 'x-product-id': productId }],
		['the product pair without X-Product-Id', { authorization: product.authorization }],
		['another X-Product-Id', { ...product, 'x-product-id': 'OTHER' }],
		['product level without X-Client-Id', withoutClient],
	])('answers 401 without a body to %s', async (_what, headers: Record<string, string>) => {
		expect(await create(headers)).toMatchObject({ status: 401, text: '' });
	});

	it('answers 400 to an empty object and to what is no object', async () => {
		const empty = await create(client, '{}');
		expect(empty).toMatchObject({
			status: 400,
			json: { errors: { transaction: [expect.any(String)] } },
		});
		expect((await create(client, '[1]')).status).toBe(400);
		expect((await create({ ...client, 'content-type': 'text/plain' })).status).toBe(400);
	});
});
