import type { IDataObject } from 'n8n-workflow';
import { partner } from '../../nodes/Partner/provider';
import { parametersOf } from '../../nodes/shared/properties';
import type { Page, RequestDescription } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const send = operationOf(partner, 'request', 'send');
const ACCOUNT = { baseUrl: 'https://api.example.com' };
const DEFAULTS = Object.fromEntries(
	parametersOf(send).map(({ name, default: value }) => [name, value]),
) as IDataObject;

const parametersWith = (changes: IDataObject): IDataObject => ({
	...DEFAULTS,
	path: '/orders',
	...changes,
});

function first(changes: IDataObject): RequestDescription {
	return send.request(parametersWith(changes), ACCOUNT);
}

/** The request behind the first one, or behind another one. */
function next(changes: IDataObject, body: unknown, request?: Partial<RequestDescription>) {
	const parameters = parametersWith(changes);
	const page = { parameters, account: ACCOUNT, request: { ...first(changes), ...request } };
	return send.list?.next?.({ ...page, body, items: [] } as Page);
}

const query = (value: string, name = 'state') => ({ query: { field: [{ name, value }] } });
const CURSOR = { pagination: 'cursor', cursorPath: 'meta.next' };
const NEXT = { pagination: 'next', nextPath: 'links.next' };
const PAGE = { pagination: 'page', sizeParameter: '' };
const OFFSET = { pagination: 'offset', options: { itemsPath: 'data' } };

describe('the first page', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['no pages', {}, {}],
		['a cursor', CURSOR, {}],
		['an address', NEXT, {}],
		['a page number', PAGE, { page: '1' }],
		['a page number from 0', { ...PAGE, firstPage: 0, pageParameter: 'p' }, { p: '0' }],
		['a page number and a size', { pagination: 'page' }, { page: '1', limit: '100' }],
		['an offset', { ...OFFSET, pageSize: 20 }, { offset: '0', limit: '20' }],
		['where the user begins', { ...PAGE, ...query('7', 'page') }, { page: '7' }],
	])('with %s', (_what, changes, expected) => {
		expect(first(changes)).toMatchObject({ method: 'GET', path: '/orders' });
		expect(first(changes).query).toEqual(expected);
	});

	it('is no page where something is written', () => {
		const write = { ...PAGE, method: 'POST', bodyType: 'none' };
		expect(first(write).query).toEqual({});
		expect(send.list?.onlyFor?.applies(parametersWith(write))).toBe(false);
		expect(next(write, [{}])).toBeUndefined();
	});

	it.each<[IDataObject, string]>([
		[{ pagination: 'cursor' }, 'Cursor Path is empty'],
		[{ ...CURSOR, cursorParameter: ' ' }, 'Cursor Parameter is empty'],
		[{ pagination: 'next' }, 'Next Address Path is empty'],
		[{ ...PAGE, pageParameter: '' }, 'Page Parameter is empty'],
		[{ ...PAGE, firstPage: -1 }, 'First Page must be a whole number of at least 0'],
		[{ pagination: 'page', pageSize: 0 }, 'Page Size must be a whole number from 1 to 1000000'],
		[{ ...OFFSET, offsetParameter: '' }, 'Offset Parameter is empty'],
		[{ pagination: 'all' }, 'Pagination must be one of none, cursor, next, offset, page'],
		[{ ...PAGE, stopPath: ['a'] }, 'Stop Path must be text or a number'],
		[
			{ ...PAGE, pageParameter: '__proto__' },
			'Page Parameter has a name that cannot be sent: __proto__',
		],
	])('with %j is refused: %s', (changes, message) => {
		expect(refusalOf(() => first(changes)).message).toBe(message);
	});
});

describe('the next page', () => {
	it.each<[string, IDataObject, unknown, IDataObject | undefined]>([
		[
			'a cursor',
			{ ...CURSOR, ...query('open') },
			{ meta: { next: 'c2' } },
			{ state: 'open', cursor: 'c2' },
		],
		['a cursor that is a number', CURSOR, { meta: { next: 42 } }, { cursor: '42' }],
		[
			'a cursor under another name',
			{ ...CURSOR, cursorParameter: 'after' },
			{ meta: { next: 'x' } },
			{ after: 'x' },
		],
		[
			'a cursor whose name has dots',
			{ ...CURSOR, cursorPath: '@odata.next' },
			{ '@odata.next': 'x' },
			{ cursor: 'x' },
		],
		['no cursor', CURSOR, { meta: {} }, undefined],
		['null in its place', CURSOR, { meta: { next: null } }, undefined],
		['nothing in its place', CURSOR, { meta: { next: '' } }, undefined],
		['0 in its place', CURSOR, { meta: { next: 0 } }, undefined],
		['no JSON', CURSOR, '<html>', undefined],
		['a page with entries', PAGE, [{}, {}], { page: '2' }],
		['an empty page', PAGE, [], undefined],
		[
			'a page without its list',
			{ ...PAGE, options: { itemsPath: 'data.items' } },
			{ data: {} },
			undefined,
		],
		[
			'a list in the answer',
			{ ...PAGE, options: { itemsPath: 'data.items' } },
			{ data: { items: [1] } },
			{ page: '2' },
		],
		['an offset', OFFSET, { data: [1, 2, 3] }, { offset: '3', limit: '100' }],
		['an empty page at an offset', OFFSET, { data: [] }, undefined],
		[
			'a value that says stop',
			{ ...PAGE, stopPath: 'more', options: { itemsPath: 'd' } },
			{ d: [1], more: false },
			undefined,
		],
		[
			'a value that says go on',
			{ ...PAGE, stopPath: 'more', options: { itemsPath: 'd' } },
			{ d: [1], more: true },
			{ page: '2' },
		],
		[
			'another value that says stop',
			{ ...CURSOR, stopPath: 'state', stopValue: 'Done' },
			{ state: 'DONE', meta: { next: 'x' } },
			undefined,
		],
		[
			'an empty field that says stop',
			{ ...CURSOR, stopPath: 'state', stopValue: '' },
			{ meta: { next: 'x' } },
			undefined,
		],
	])('after %s', (_what, changes, body, expected) => {
		expect(next(changes, body)?.query).toEqual(expected);
	});

	it('goes on from where it is', () => {
		expect(next(PAGE, [1], { query: { page: '7' } })?.query).toEqual({ page: '8' });
		expect(next(OFFSET, { data: [1, 2] }, { query: { offset: '40' } })?.query).toEqual({
			offset: '42',
		});
	});

	it.each([
		['https://api.example.com/orders?page=2&x=%20', '/orders?page=2&x=%20'],
		['/v2/orders?after=1', '/v2/orders?after=1'],
		['?after=1', '/orders?after=1'],
		['https://api.example.com', '/'],
	])('is at the address %s, without the query of before', (address, path) => {
		const request = next({ ...NEXT, ...query('open') }, { links: { next: address } });
		expect(request).toMatchObject({ method: 'GET', path, query: {} });
	});

	it.each([
		'https://evil.example.com/orders',
		'http://api.example.com/orders',
		'https://api.example.com:8443/orders',
		'https://user@api.example.com/orders',
		'//evil.example.com/orders',
		'\\\\evil.example.com/orders',
		'https://api.example.com.evil.example/orders',
		'javascript:alert(1)',
		'http://[',
	])('is never at %s', (address) => {
		const { message, description } = refusalOf(() => next(NEXT, { links: { next: address } }));
		expect(message).toBe('Next Address Path leads to another host');
		expect(description).toContain('https://api.example.com');
	});

	it.each<[IDataObject, unknown, string]>([
		[CURSOR, { meta: { next: {} } }, 'Cursor Path does not lead to text'],
		[NEXT, { links: { next: true } }, 'Next Address Path does not lead to text'],
		[PAGE, { data: [1] }, 'Items Path does not lead to a list'],
		[{ ...PAGE, ...query('x', 'page') }, [1], 'Query: page is not a number'],
	])('of %j after %j is refused: %s', (changes, body, message) => {
		expect(refusalOf(() => next(changes, body)).message).toBe(message);
	});
});

describe('the items', () => {
	it.each<[string, unknown, unknown]>([
		['data.items', { data: { items: [{ a: 1 }, 2] } }, [{ a: 1 }, { data: 2 }]],
		['data', { data: { a: 1 } }, [{ a: 1 }]],
		['data.0.list', { data: [{ list: [{ a: 1 }] }] }, [{ a: 1 }]],
		['data', { data: [] }, []],
		['data', {}, []],
		['data', { data: null }, []],
		['data', 'text', []],
		['total', { total: 5 }, [{ data: 5 }]],
	])('at %s of %j', (itemsPath, body, items) => {
		expect(first({ options: { itemsPath } }).items?.(body)).toEqual(items);
	});

	it('are the answer where no path is given', () => {
		expect(first({}).items).toBeUndefined();
	});
});

describe('requests per time', () => {
	const rate = (limit: IDataObject) => first({ options: { rate: { limit } } }).rateLimit;

	it('are those of the option', () => {
		expect(first({}).rateLimit).toBeUndefined();
		expect(rate({ requests: 5, seconds: 0.5 })).toEqual({ requests: 5, perMilliseconds: 500 });
	});

	it.each<[IDataObject, string]>([
		[{ requests: 0, seconds: 1 }, 'Requests must be a whole number from 1 to 100000'],
		[{ requests: 1, seconds: 0 }, 'In Seconds must be a number above 0, 86400 at most'],
		[{ requests: 1, seconds: 1e6 }, 'In Seconds must be a number above 0, 86400 at most'],
	])('%j are refused', (limit, message) => {
		expect(refusalOf(() => rate(limit)).message).toBe(message);
	});
});
