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

	it.each(['createAsk', 'createPreorder'] as const)(
		'%s: none where the answer does not say that it was done',
		(name) => {
			const refusal = (body: unknown) => refusalOf(() => OPERATIONS[name].items?.(body, ASKED));
			for (const body of [{}, { data: { listing_id: 'abc123' } }, { success: null }]) {
				expect(refusal(body).message).toBe('The answer does not report success');
			}
			expect(refusal({ message: 'Forbidden' }).description).toContain('says: Forbidden.');
		},
	);

	it.each(['updateAsk', 'updatePreorder'] as const)(
		'%s: the answer, as its form is not documented',
		(name) => {
			const body = { message: 'Listing updated' };
			expect(OPERATIONS[name].items?.(body, ASKED)).toEqual([body]);
		},
	);

	it.each<[string, unknown, unknown]>([
		['one price', { success: true, data: { sku: 'A', price: 1 } }, [{ sku: 'A', price: 1 }]],
		[
			'prices within the data stay there',
			{ success: true, data: { sku: 'A', sizes: [{ size: '10' }] } },
			[{ sku: 'A', sizes: [{ size: '10' }] }],
		],
		[
			'a list',
			{ success: true, data: [{ size: '10' }, { size: '11' }] },
			[{ size: '10' }, { size: '11' }],
		],
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
