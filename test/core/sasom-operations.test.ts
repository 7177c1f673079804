import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type FailNext, type Simulator } from '../simulator';
import { run } from './nodes';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

/** What SASOM received, in order. */
const received = () =>
	simulator.log('sasom').map(({ method, url, body }) => {
		const text = Buffer.from(body, 'base64').toString();
		return text === '' ? { method, url } : { method, url, body: JSON.parse(text) as IDataObject };
	});

const sasom = async (parameters: IDataObject, options: Parameters<typeof run>[3] = {}) =>
	(await run(simulator, 'sasom', parameters, options)).map(({ json }) => json);

const fail = (fault: Partial<FailNext>) =>
	simulator.configure('sasom', {
		failNext: [{ target: 'api', count: 1, kind: 'status', ...fault }],
	});

const LISTING = { sku: 'AIR-JORDAN-1-HIGH-OG', size: '10', price: 5000, quantity: 2 };
const CREATE_ASK = { resource: 'listing', operation: 'createAsk', ...LISTING };

describe('Orders', () => {
	it.each([
		['getProcessing', '/partner/processing/orders', 'processing'],
		['getSettled', '/partner/settled/orders', 'settled'],
	])('%s: one item for each order', async (operation, url, status) => {
		const output = await run(simulator, 'sasom', { resource: 'order', operation });
		expect(output).toHaveLength(3);
		expect(output[2]).toMatchObject({
			json: { order_id: `${status}_3`, status, sku: expect.any(String) },
			pairedItem: { item: 0 },
		});
		expect(received()).toEqual([{ method: 'GET', url }]);
	});
});

describe('Listings', () => {
	const PREORDER = {
		...LISTING,
		resource: 'listing',
		operation: 'createPreorder',
		releaseDate: '2026-03-15T00:00:00',
	};
	const live = async (type: string) =>
		await sasom({ resource: 'listing', operation: 'getMany', type });

	it('Create Ask: outputs the listing, which is live then', async () => {
		const [created] = await sasom({ ...CREATE_ASK, year: '2023' });
		expect(created).toMatchObject({
			...LISTING,
			year: '2023',
			listing_id: 'lst_1',
			status: 'active',
		});
		expect(received()).toEqual([
			{ method: 'POST', url: '/partner/list/ask', body: { ...LISTING, year: '2023' } },
		]);
		expect(await live('ask')).toEqual([created]);
		expect(await live('preorder')).toEqual([]);
		expect(received().at(-1)).toEqual({ method: 'GET', url: '/partner/live/listings/preorder' });
	});

	it('Create Preorder: outputs the listing, which is live then', async () => {
		const [created] = await sasom(PREORDER);
		expect(created).toMatchObject({ ...LISTING, releaseDate: '2026-03-15', status: 'active' });
		expect(received()).toEqual([
			{
				method: 'POST',
				url: '/partner/list/preorder',
				body: { ...LISTING, releaseDate: '2026-03-15' },
			},
		]);
		expect(await live('preorder')).toEqual([created]);
	});

	it('Update Ask: changes price and quantity', async () => {
		const [{ listing_id: listingId }] = await sasom(CREATE_ASK);
		const change = {
			resource: 'listing',
			operation: 'updateAsk',
			listingId,
			price: 4800,
			quantity: 3,
		};
		expect(await sasom(change)).toMatchObject([
			{ listing_id: listingId, price: 4800, quantity: 3 },
		]);
		expect(received().at(-1)).toEqual({
			method: 'PUT',
			url: '/partner/edit/listing',
			body: { listing_id: listingId, price: 4800, quantity: 3 },
		});
		expect(await live('ask')).toMatchObject([{ price: 4800, quantity: 3 }]);
	});

	it('Update Preorder: changes the price', async () => {
		const [{ listing_id: listingId }] = await sasom(PREORDER);
		const change = { resource: 'listing', operation: 'updatePreorder', listingId, price: 4800 };
		expect(await sasom(change)).toMatchObject([
			{ listing_id: listingId, price: 4800, quantity: 2 },
		]);
		expect(received().at(-1)).toEqual({
			method: 'PUT',
			url: '/partner/edit/preorder',
			body: { listing_id: listingId, price: 4800 },
		});
	});

	it('are created one for each item, and one that does not fit leaves the others alone', async () => {
		const parameters = { ...CREATE_ASK, sku: '={{ $json.sku }}', price: '={{ $json.price }}' };
		const items = [
			{ sku: 'A-1', price: 5000 },
			{ sku: 'A-2', price: 100 },
			{ sku: 'A-3', price: 6000 },
		];
		const output = await run(simulator, 'sasom', parameters, { items, continueOnFail: true });
		expect(output).toMatchObject([
			{ json: { sku: 'A-1', price: 5000 }, pairedItem: { item: 0 } },
			{
				json: { error: 'Price must be a number of at least 250 (baht)' },
				pairedItem: { item: 1 },
			},
			{ json: { sku: 'A-3', price: 6000 }, pairedItem: { item: 2 } },
		]);
		expect(simulator.counts('sasom').requests).toBe(2);
	});
});

it('Price: Get Lowest', async () => {
	await sasom(CREATE_ASK);
	await sasom({ ...CREATE_ASK, price: 4500 });
	const sku = LISTING.sku;
	expect(await sasom({ resource: 'price', operation: 'getLowest', sku })).toEqual([
		{ sku, lowest_price: 4500 },
	]);
	expect(received().at(-1)).toEqual({ method: 'GET', url: `/partner/lowest/${sku}` });
	await sasom({ resource: 'price', operation: 'getLowest', sku: 'A/1 ü' });
	expect(received().at(-1)).toEqual({ method: 'GET', url: '/partner/lowest/A%2F1%20%C3%BC' });
});

describe('R2S Batch: Create', () => {
	const batch = { resource: 'r2sBatch', operation: 'create', parcelQuantity: 2 };
	const OTHER = { sku: 'SKU-2', size: '11', price: 4500, quantity: 1 };
	const body = { listings: [LISTING, OTHER], parcel_quantity: 2 };

	it('from the form', async () => {
		const listings = { listing: [LISTING, OTHER] };
		expect(await sasom({ ...batch, listings })).toEqual([{ batch_id: 'r2s_1', ...body }]);
		expect(received()).toEqual([{ method: 'POST', url: '/partner/batch/r2s', body }]);
	});

	it.each<[string, unknown]>([
		['typed in', JSON.stringify([LISTING, OTHER])],
		['of an aggregated item', '={{ $json.data }}'],
	])('from JSON, %s', async (_what, listingsJson) => {
		const parameters = { ...batch, specifyListings: 'json', listingsJson } as IDataObject;
		const output = await sasom(parameters, { items: [{ data: [LISTING, OTHER] }] });
		expect(output).toMatchObject([body]);
		expect(received()).toEqual([{ method: 'POST', url: '/partner/batch/r2s', body }]);
	});

	it('with a pickup by Kerry', async () => {
		const listings = { listing: [LISTING] };
		const kerry = { logisticType: 'kerry', pickupDate: '2026-01-31T00:00:00', pickupTime: '09:30' };
		await sasom({ ...batch, listings, ...kerry });
		expect(received()).toMatchObject([
			{
				body: { logistic_type: 'kerry', pickup_date: '2026-01-31', pickup_time: '09:30' },
			},
		]);
	});

	it('sends nothing where SASOM would refuse it', async () => {
		const listings = { listing: [LISTING, { ...LISTING, price: 6000 }] };
		await expect(sasom({ ...batch, listings })).rejects.toThrow(
			'Listing 2: Price differs from that of listing 1, of the same SKU and size',
		);
		expect(simulator.counts('sasom').requests).toBe(0);
	});
});

describe('A failure', () => {
	it('400 and 404 are reported in the words of SASOM', async () => {
		fail({
			status: 400,
			body: {
				success: false,
				message: 'sku: A, size: 10, price: 300 - price must be at least 250 baht',
			},
		});
		await expect(sasom(CREATE_ASK)).rejects.toThrow(
			'SASOM: sku: A, size: 10, price: 300 - price must be at least 250 baht (HTTP 400)',
		);
		const change = {
			resource: 'listing',
			operation: 'updatePreorder',
			listingId: 'none',
			price: 300,
		};
		await expect(sasom(change)).rejects.toThrow(
			'SASOM: Listing not found or access denied (HTTP 404)',
		);
	});

	it('401 says what to do', async () => {
		const failing = sasom(CREATE_ASK, { data: { apiSecret: 'replaced' } });
		await expect(failing).rejects.toMatchObject({
			message: 'SASOM: Invalid credentials (HTTP 401)',
			description: expect.stringContaining('Open the credential and test it.'),
		});
	});

	it.each<[string, Partial<FailNext>, string]>([
		['a 500', { kind: 'status' }, 'SASOM: Simulated failure (HTTP 500)'],
		['a page of a proxy', { kind: 'html' }, 'SASOM: the request failed (HTTP 502)'],
		['a cut connection', { kind: 'cut' }, 'SASOM cut the connection before it answered'],
	])('a write is not sent again after %s', async (_what, fault, message) => {
		fail(fault);
		await expect(sasom(CREATE_ASK)).rejects.toThrow(message);
		expect(simulator.counts('sasom').requests).toBe(1);
	});

	it('an answer that does not say that a listing was created is none', async () => {
		fail({ status: 200, body: { message: 'Forbidden' } });
		await expect(sasom(CREATE_ASK)).rejects.toThrow('The answer does not report success');
		expect(simulator.counts('sasom').requests).toBe(1);
	});

	it.each(['false', 'False', 0])(
		'under HTTP 200 is one also where success is %j',
		async (success) => {
			fail({ status: 200, body: { success, message: 'No such size' } });
			await expect(sasom(CREATE_ASK)).rejects.toThrow(/^SASOM: No such size \(HTTP 200\)$/);
		},
	);

	it('is none where success is "true"', async () => {
		fail({ status: 200, body: { success: 'true', data: { listing_id: 'abc123' } } });
		expect(await sasom(CREATE_ASK)).toEqual([{ listing_id: 'abc123' }]);
	});

	it('a web page in place of the answer is no listing', async () => {
		fail({ kind: 'html', status: 200 });
		await expect(sasom({ resource: 'listing', operation: 'getMany' })).rejects.toThrow(
			'The answer is not what this operation gets as a rule',
		);
	});
});
