import type { IDataObject } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import type { Asked } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const OPERATIONS = {
	getProcessing: operationOf(sasom, 'order', 'getProcessing'),
	getSettled: operationOf(sasom, 'order', 'getSettled'),
	getMany: operationOf(sasom, 'listing', 'getMany'),
	createAsk: operationOf(sasom, 'listing', 'createAsk'),
	createPreorder: operationOf(sasom, 'listing', 'createPreorder'),
	updateAsk: operationOf(sasom, 'listing', 'updateAsk'),
	updatePreorder: operationOf(sasom, 'listing', 'updatePreorder'),
	getLowest: operationOf(sasom, 'price', 'getLowest'),
	createBatch: operationOf(sasom, 'r2sBatch', 'create'),
};
type Name = keyof typeof OPERATIONS;

const ASKED: Asked = { parameters: {}, request: { method: 'GET', path: '/' } };

const LISTING = { sku: 'A-1', size: '10', price: 5000, quantity: 2 };
const PREORDER = { ...LISTING, releaseDate: '2026-03-15T00:00:00' };
const CHANGE = { listingId: 'abc123', price: 4800, quantity: 3 };

describe('the request of an operation', () => {
	it.each<[Name, IDataObject, object]>([
		['getSettled', { options: {} }, { method: 'GET', path: '/partner/settled/orders', query: {} }],
		[
			'getSettled',
			{ options: { cursor: 'a+b=' } },
			{ method: 'GET', path: '/partner/settled/orders', query: { cursor: 'a+b=' } },
		],
		[
			'getMany',
			{ type: 'ask', options: {} },
			{ method: 'GET', path: '/partner/live/listings/ask', query: {} },
		],
		[
			'getMany',
			{ type: 'preorder', options: { cursor: 'x' } },
			{ method: 'GET', path: '/partner/live/listings/preorder', query: { cursor: 'x' } },
		],
		['getLowest', { sku: ' A-1 ' }, { method: 'GET', path: '/partner/lowest/A-1' }],
		['getLowest', { sku: 'A/1 ü?' }, { method: 'GET', path: '/partner/lowest/A%2F1%20%C3%BC%3F' }],
		[
			'createAsk',
			{ ...LISTING, year: '' },
			{ method: 'POST', path: '/partner/list/ask', body: LISTING, reference: 'SKU A-1, size 10' },
		],
		[
			'createAsk',
			{ sku: ' 555088 ', size: 10.5, price: '250', quantity: '99', year: 2023 },
			{
				method: 'POST',
				path: '/partner/list/ask',
				body: { sku: '555088', size: '10.5', price: 250, quantity: 99, year: '2023' },
				reference: 'SKU 555088, size 10.5',
			},
		],
		[
			'createPreorder',
			{ ...PREORDER, year: ' 2026 ' },
			{
				method: 'POST',
				path: '/partner/list/preorder',
				body: { ...LISTING, year: '2026', releaseDate: '2026-03-15' },
				reference: 'SKU A-1, size 10',
			},
		],
		[
			'updateAsk',
			CHANGE,
			{
				method: 'PUT',
				path: '/partner/edit/listing',
				body: { listing_id: 'abc123', price: 4800, quantity: 3 },
				reference: 'Listing ID abc123',
			},
		],
		[
			'updatePreorder',
			{ listingId: ' abc123 ', price: 4800.5 },
			{
				method: 'PUT',
				path: '/partner/edit/preorder',
				body: { listing_id: 'abc123', price: 4800.5 },
				reference: 'Listing ID abc123',
			},
		],
	])('%s with %j', (name, parameters, expected) => {
		expect(OPERATIONS[name].request(parameters, {})).toEqual(expected);
	});

	it('repeats nothing that writes, and limits requests as documented', () => {
		const repeated = sasom.resources
			.flatMap(({ operations }) => operations)
			.filter((operation) => 'isRead' in operation);
		expect(repeated).toEqual([]);
		expect(sasom.rateLimit).toEqual({ requests: 1000, perMilliseconds: 60_000 });
	});
});

const PRICE = 'Price must be a number of at least 250 (baht)';
const QUANTITY = 'Quantity must be a whole number of at least 1';

describe('before anything is sent', () => {
	it.each<[Name, IDataObject, string]>([
		['getLowest', { sku: '' }, 'SKU is empty'],
		['getLowest', { sku: '..' }, 'SKU is not valid'],
		['getMany', { type: '' }, 'Type is empty'],
		['createAsk', { ...LISTING, sku: ' ' }, 'SKU is empty'],
		['createAsk', { ...LISTING, sku: { a: 1 } }, 'SKU must be text or a number'],
		['createAsk', { ...LISTING, size: '' }, 'Size is empty'],
		['createAsk', { ...LISTING, size: null }, 'Size is empty'],
		['createAsk', { ...LISTING, size: ['10'] }, 'Size must be text or a number'],
		['createAsk', { ...LISTING, price: 0 }, PRICE],
		['createAsk', { ...LISTING, price: 249.99 }, PRICE],
		['createAsk', { ...LISTING, price: '5,000' }, PRICE],
		['createAsk', { ...LISTING, price: Infinity }, PRICE],
		['createAsk', { ...LISTING, price: true }, 'Price must be text or a number'],
		['createAsk', { ...LISTING, price: undefined }, 'Price is empty'],
		['createAsk', { ...LISTING, quantity: 0 }, QUANTITY],
		['createAsk', { ...LISTING, quantity: 1.5 }, QUANTITY],
		['createAsk', { ...LISTING, quantity: 100 }, 'Quantity must be at most 99'],
		['createPreorder', { ...PREORDER, price: 249 }, PRICE],
		['createPreorder', { ...PREORDER, releaseDate: '' }, 'Release Date is empty'],
		['createPreorder', { ...PREORDER, releaseDate: '15.03.2026' }, 'Release Date is not a date'],
		['createPreorder', { ...PREORDER, releaseDate: '2026-02-30' }, 'Release Date is not a date'],
		['updateAsk', { ...CHANGE, listingId: '' }, 'Listing ID is empty'],
		['updateAsk', { ...CHANGE, price: 249 }, PRICE],
		['updateAsk', { ...CHANGE, quantity: 100 }, 'Quantity must be at most 99'],
		['updatePreorder', { listingId: '', price: 300 }, 'Listing ID is empty'],
		['updatePreorder', { listingId: 'abc123', price: 1 }, PRICE],
	])('%s refuses %j', (name, parameters, message) => {
		const refusal = refusalOf(() => OPERATIONS[name].request(parameters, {}));
		expect(refusal.message).toBe(message);
		expect(refusal.description).not.toBe('');
	});
});

describe('an R2S batch', () => {
	const { request } = OPERATIONS.createBatch;
	const form = (...listing: IDataObject[]): IDataObject => ({
		specifyListings: 'fields',
		listings: { listing },
		parcelQuantity: 1,
		logisticType: '',
	});
	const json = (listingsJson: unknown) =>
		({ ...form(), specifyListings: 'json', listingsJson }) as IDataObject;
	const kerry = (changes: IDataObject): IDataObject => ({
		...form(LISTING),
		logisticType: 'kerry',
		pickupDate: '2026-01-31T00:00:00',
		pickupTime: '09:30',
		...changes,
	});
	const OTHER = { sku: 'A-2', size: 'M', price: 300, quantity: 1 };

	it('is sent to its address, and can be recognised', () => {
		expect(request(form(LISTING, OTHER), {})).toEqual({
			method: 'POST',
			path: '/partner/batch/r2s',
			body: { listings: [LISTING, OTHER], parcel_quantity: 1 },
			reference: 'R2S batch from SKU A-1 on, listings: 2',
		});
	});

	it.each<[string, IDataObject, IDataObject]>([
		['several parcels', { ...form(LISTING), parcelQuantity: '3' }, { parcel_quantity: 3 }],
		['JSON', json('[{"sku":"A-1","size":"10","price":5000,"quantity":2}]'), {}],
		['JSON from an expression', json([{ ...LISTING, note: 'not sent' }]), {}],
		['numbers in JSON', json([{ ...LISTING, size: 10, price: '5000', quantity: '2' }]), {}],
		[
			'Kerry',
			kerry({}),
			{ logistic_type: 'kerry', pickup_date: '2026-01-31', pickup_time: '09:30' },
		],
		[
			'the last minute of a day',
			kerry({ pickupDate: '2028-02-29', pickupTime: ' 23:59 ' }),
			{ logistic_type: 'kerry', pickup_date: '2028-02-29', pickup_time: '23:59' },
		],
		['another carrier', kerry({ logisticType: 'other' }), { logistic_type: 'other' }],
		['no carrier', kerry({ logisticType: '' }), {}],
		['no carrier at all', { ...form(LISTING), logisticType: undefined }, {}],
	])('may have %s', (_what, parameters, expected) => {
		expect(request(parameters, {}).body).toEqual({
			listings: [LISTING],
			parcel_quantity: 1,
			...expected,
		});
	});

	it.each<[string, IDataObject[]]>([
		['a SKU and size twice at the same price', [LISTING, { ...LISTING, price: '5000' }]],
		['a SKU in two sizes at two prices', [LISTING, { ...LISTING, size: '11', price: 300 }]],
		['two SKUs of a size at two prices', [LISTING, { ...LISTING, sku: 'A-2', price: 300 }]],
		['names that only look the same together', [
			{ ...LISTING, sku: 'A', size: '1 0' },
			{ ...LISTING, sku: 'A 1', size: '0', price: 300 },
		]],
	])('may have %s', (_what, listings) => {
		expect((request(form(...listings), {}).body as IDataObject).listings).toHaveLength(2);
	});

	it.each<[string, IDataObject, string]>([
		['no listing', form(), 'Listings is empty'],
		['no list of listings', { ...form(), listings: {} }, 'Listings is empty'],
		['an empty list', json('[]'), 'Listings is empty'],
		['no JSON', json('[{'), 'Listings (JSON) is not valid JSON'],
		['an object', json({ listings: [LISTING] }), 'Listings (JSON) must be a list'],
		['a word among the listings', json([LISTING, 'A-2']), 'Listing 2 must be an object'],
		['a list among the listings', json([[LISTING]]), 'Listing 1 must be an object'],
		['a price below 250', form(LISTING, { ...OTHER, price: 249 }), `Listing 2: ${PRICE}`],
		['a quantity of 0', form(LISTING, { ...OTHER, quantity: 0 }), `Listing 2: ${QUANTITY}`],
		[
			'a quantity of 100',
			json([{ ...OTHER, quantity: 100 }]),
			'Listing 1: Quantity must be at most 99',
		],
		['a listing without SKU', json([LISTING, OTHER, {}]), 'Listing 3: SKU is empty'],
		['a listing without size', form({ ...LISTING, size: '' }), 'Listing 1: Size is empty'],
		[
			'two prices',
			form(LISTING, OTHER, { ...LISTING, sku: ' A-1 ', price: 5001 }),
			'Listing 3: Price differs from that of listing 1, of the same SKU and size',
		],
		[
			'no parcel',
			{ ...form(LISTING), parcelQuantity: 0 },
			'Parcel Quantity must be a whole number of at least 1',
		],
		['no pickup date', kerry({ pickupDate: '' }), 'Pickup Date is empty'],
		['another date', kerry({ pickupDate: '31/01/2026' }), 'Pickup Date is not a date'],
		['no pickup time', kerry({ pickupTime: undefined }), 'Pickup Time is empty'],
		...['9:30', '24:00', '12:60', '09:30:00', '9.30am'].map(
			(pickupTime): [string, IDataObject, string] => [
				`the time ${pickupTime}`,
				kerry({ pickupTime }),
				'Pickup Time must be a time such as 09:30',
			],
		),
	])('may not have %s', (_what, parameters, message) => {
		const refusal = refusalOf(() => request(parameters, {}));
		expect(refusal.message).toBe(message);
		expect(refusal.description).not.toBe('');
	});
});

describe('the items of an answer', () => {
	it.each(['getProcessing', 'getSettled', 'getMany'] as const)('%s: each entry', (name) => {
		const cases: Array<[body: unknown, items: unknown]> = [
			[{ success: true, data: [{ id: 1 }, { id: 2 }] }, [{ id: 1 }, { id: 2 }]],
			[{ success: true, data: { next_cursor: 'x', orders: [{ id: 1 }] } }, [{ id: 1 }]],
			[{ success: true, orders: [{ id: 1 }], next_cursor: 'x' }, [{ id: 1 }]],
			[{ success: true, data: null }, []],
			[{ success: true, data: { orders: [] } }, []],
			[{ success: true, data: ['a', null] }, [{ data: 'a' }, { data: null }]],
			[{ success: true, data: 'a' }, [{ data: 'a' }]],
		];
		for (const [body, items] of cases) expect(OPERATIONS[name].items?.(body, ASKED)).toEqual(items);
	});

	it.each(['createAsk', 'createPreorder', 'updateAsk', 'updatePreorder'] as const)(
		'%s: the listing',
		(name) => {
			const data = { listing_id: 'abc123', ...LISTING, status: 'active' };
			const { items } = OPERATIONS[name];
			expect(items?.({ success: true, message: 'Done', data }, ASKED)).toEqual([data]);
			expect(items?.({ success: true, message: 'Done' }, ASKED)).toEqual([
				{ success: true, message: 'Done' },
			]);
		},
	);

	it.each<[string, unknown, unknown]>([
		['one price', { success: true, data: { sku: 'A', price: 1 } }, [{ sku: 'A', price: 1 }]],
		[
			'prices within the data stay there',
			{ success: true, data: { sku: 'A', sizes: [{ size: '10' }] } },
			[{ sku: 'A', sizes: [{ size: '10' }] }],
		],
		['a list', { success: true, data: [{ size: '10' }, { size: '11' }] }, [{ size: '10' }, { size: '11' }]],
		['a number', { success: true, data: 5000 }, [{ data: 5000 }]],
		['nothing', { success: true, data: null }, [{ success: true, data: null }]],
		['a bare list', [{ size: '10' }], [{ size: '10' }]],
	])('getLowest: %s', (_what, body, items) => {
		expect(OPERATIONS.getLowest.items?.(body, ASKED)).toEqual(items);
	});

	it.each(Object.keys(OPERATIONS) as Name[])('%s: never from what is no JSON', (name) => {
		for (const body of ['', '<html></html>', null, 5]) {
			expect(refusalOf(() => OPERATIONS[name].items?.(body, ASKED)).message).toBe(
				'The answer is not what this operation gets as a rule',
			);
		}
	});
});
