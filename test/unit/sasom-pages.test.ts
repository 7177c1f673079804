import type { IDataObject } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import type { RequestDescription } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const LISTS = [
	['order', 'getProcessing', '/partner/processing/orders'],
	['order', 'getSettled', '/partner/settled/orders'],
	['listing', 'getMany', '/partner/live/listings/ask'],
] as const;

describe.each(LISTS)('the pages of %s: %s', (resource, name, path) => {
	const { list, request, options: offered } = operationOf(sasom, resource, name);

	const next = (
		body: unknown,
		options: IDataObject = {},
		cursor?: unknown,
		items: IDataObject[] = [{ id: 1 }],
	) => {
		const parameters = { type: 'ask', options };
		const first = request(parameters, {});
		const asked = cursor === undefined ? first : { ...first, query: { cursor } as IDataObject };
		return list?.next?.({ body, items, request: asked, parameters });
	};
	const page = (cursor: string): RequestDescription => ({ method: 'GET', path, query: { cursor } });

	it('can be told where to begin and how to go on', () => {
		expect(offered).toMatchObject([
			{ displayName: 'Cursor Field', name: 'cursorField', default: 'next_cursor' },
			{ displayName: 'Start Cursor', name: 'cursor', default: '' },
		]);
	});

	it.each<[string, IDataObject]>([
		['next_cursor', { data: [], next_cursor: 'a+b=' }],
		['nextCursor', { data: [], nextCursor: 'a+b=' }],
		['cursor', { data: [], cursor: 'a+b=' }],
		['data.next_cursor', { data: { orders: [], next_cursor: 'a+b=' } }],
		['pagination.nextCursor', { data: [], pagination: { nextCursor: 'a+b=' } }],
		['meta.cursor', { data: [], meta: { cursor: 'a+b=' } }],
		['next_cursor before cursor', { data: [], cursor: 'this', next_cursor: 'a+b=' }],
	])('are found without being told, by %s', (_field, body) => {
		expect(next(body)).toEqual(page('a+b='));
		expect(next(body, { cursorField: ' ' })).toEqual(page('a+b='));
	});

	it('go on from page to page', () => {
		expect(next({ next_cursor: 'c' }, {}, 'b')).toEqual(page('c'));
		expect(next({ next_cursor: 'c' }, { cursor: 'a' })).toEqual(page('c'));
	});

	it.each<[string, IDataObject]>([
		['paging.after', { paging: { after: 'x' }, next_cursor: 'y' }],
		['data.0.next', { data: [{ next: 'x' }] }],
		['next', { next: 'x', next_cursor: null }],
	])('are found by the field that is named: %s', (cursorField, body) => {
		expect(next(body, { cursorField })).toEqual(page('x'));
	});

	it('may have numbers as cursors', () => {
		expect(next({ next_cursor: 200 })).toEqual(page('200'));
		expect(next({ next_cursor: 10 })).toEqual(page('10'));
		expect(next({ next_cursor: '00' })).toEqual(page('00'));
	});

	it.each<[string, unknown]>([
		['null', { next_cursor: null }],
		['null, whatever else is there', { next_cursor: null, cursor: 'this', data: { cursor: 'a' } }],
		['no text', { next_cursor: '' }],
		['false', { next_cursor: false }],
		['0', { next_cursor: 0 }],
		['0 as text', { next_cursor: '0' }],
		['-1', { next_cursor: -1 }],
		['-1 as text', { next_cursor: '-1' }],
		['blanks', { next_cursor: ' ' }],
		['no such field', { data: [] }],
		['something else in the usual field', { cursor: { this: 'a' } }],
		['a bare list', [{ next_cursor: 'a' }]],
		['no JSON', '<html></html>'],
		['nothing', null],
	])('end with %s', (_what, body) => {
		expect(next(body)).toBeUndefined();
	});

	it('end where the named field is missing, whatever the usual ones hold', () => {
		expect(next({ next_cursor: 'x' }, { cursorField: 'paging.after' })).toBeUndefined();
		expect(next({ a: null }, { cursorField: 'a.b.c' })).toBeUndefined();
		expect(next({}, { cursorField: 'constructor' })).toBeUndefined();
	});

	it.each([[['x']], [{ x: 1 }], [true]])('have no cursor %j in a named field', (value) => {
		expect(refusalOf(() => next({ page: value }, { cursorField: 'page' }))).toEqual({
			message: 'Cursor Field does not name a cursor',
			description: expect.stringContaining('The field page of the answer holds no text.'),
		});
	});

	it.each([
		['a', 'a'],
		[200, '200'],
		['200', 200],
	])('do not go round in a circle: %j after %j', (cursor, sent) => {
		expect(refusalOf(() => next({ cursor }, {}, sent))).toEqual({
			message: 'The next page would be this page again',
			description: expect.stringContaining('Cursor Field'),
		});
	});

	it('end with an empty page that repeats its cursor', () => {
		expect(next({ cursor: 'a' }, {}, 'a', [])).toBeUndefined();
		expect(next({ cursor: 'b' }, {}, 'a', [])).toEqual(page('b'));
	});
});
