import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import type { RequestDescription } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const getMany = operationOf(netzme, 'transaction', 'getMany');
const DAYS = { merchantId: 'M_1', startDate: '2026-01-01', endDate: '2026-01-31' };
const first = () => getMany.request(DAYS, {});

/** What the loop does with the answer to a request. */
function turn(body: unknown, request: RequestDescription) {
	const items = getMany.items?.(body, { parameters: DAYS, request }) ?? [];
	return { items, next: getMany.list?.next?.({ body, items, request, parameters: DAYS }) };
}
const page = (transactions: unknown, more: IDataObject = {}) => ({
	status: 100,
	body: { ...more, transactions },
});

describe('a page of transactions', () => {
	it.each<[string, unknown]>([
		['a list', [{ id: 1 }]],
		['an object with a list', { transactions: [{ id: 1 }] }],
		['an object with a list of another name, and counts', { total: 1, items: [{ id: 1 }] }],
	])('may be %s', (_what, body) => {
		expect(turn({ status: 100, body }, first()).items).toEqual([{ id: 1 }]);
	});

	it.each<[string, unknown]>([
		['no body', undefined],
		['null', null],
		['an empty list', []],
		['an object with an empty list', { transactions: [] }],
	])('is the end where it is %s', (_what, body) => {
		expect(turn({ status: 100, body }, first())).toEqual({ items: [], next: undefined });
	});

	it.each<[string, unknown, string]>([
		['a web page', '<html></html>', 'The answer is not what this operation gets as a rule'],
		[
			'text as body',
			{ status: 100, body: 'none' },
			'The answer is not what this operation gets as a rule',
		],
		[
			'an answer of another kind',
			{ message: 'Forbidden' },
			'The answer holds no list of transactions',
		],
		['no list', { status: 100, body: { total: 0 } }, 'The answer holds no list of transactions'],
		[
			'two lists',
			{ status: 100, body: { a: [], b: [] } },
			'The answer holds no list of transactions',
		],
		[
			'no objects',
			{ status: 100, body: [1] },
			'The answer is not what this operation gets as a rule',
		],
	])('is refused where it is %s', (_what, body, message) => {
		expect(refusalOf(() => turn(body, first())).message).toBe(message);
	});
});

describe('the next page', () => {
	it('is asked for with the same days', () => {
		const { next } = turn(page([{ id: 1 }]), first());
		expect(next).toEqual({
			...first(),
			query: { userId: 'M_1', startdate: '2026-01-01', enddate: '2026-01-31', page: 2 },
		});
		expect(turn(page([{ id: 2 }]), next ?? first()).next?.query?.page).toBe(3);
	});

	it.each<[string, IDataObject]>([
		['totalPage', { totalPage: 1 }],
		['totalPage as text', { totalPage: '1' }],
		['totalPages', { totalPages: 1 }],
	])('is not asked for after the last one by %s', (_what, more) => {
		expect(turn(page([{ id: 1 }], more), first()).next).toBeUndefined();
	});

	it.each<[string, IDataObject]>([
		['more pages', { totalPage: 2 }],
		['null', { totalPage: null }],
		['zero', { totalPage: 0 }],
		['a word', { totalPage: 'many' }],
	])('is asked for where the answer says %s', (_what, more) => {
		expect(turn(page([{ id: 1 }], more), first()).next).toBeDefined();
	});

	it('tells transactions apart by all they have, so that a repeated one counts once', () => {
		const key = getMany.list?.key;
		expect(key?.({ id: 1, amount: '2' })).toBe(key?.({ id: 1, amount: '2' }));
		expect(key?.({ id: 1, amount: '2' })).not.toBe(key?.({ id: 1, amount: '3' }));
	});
});
