import type { IDataObject } from 'n8n-workflow';
import { compareOrders, ORDERS_REMEMBERED } from '../../nodes/Sasom/trigger/orders';

const OPTIONS = { idField: '', ignoredFields: [] as string[] };
const order = (order_id: string, changes: IDataObject = {}) => ({
	order_id,
	status: 'processing',
	...changes,
});

/** What each poll emits, e.g. `new A` or `changed B`, one list of orders after the other. */
function emitted(polls: IDataObject[][], options = OPTIONS): string[][] {
	let remembered: string[] = [];
	return polls.map((orders) => {
		const outcome = compareOrders(orders, remembered, options);
		remembered = outcome.remembered;
		return outcome.events.map(({ event, order: { order_id, status } }) =>
			[event, order_id, status].join(' ').replace(' processing', ''),
		);
	});
}

const [A, B, C] = ['A', 'B', 'C'].map((id) => order(id));
const packed = (id: string) => order(id, { status: 'packed' });

describe('an order is', () => {
	it.each<[string, IDataObject[][], string[][]]>([
		['new once', [[A], [A], [A, B], [B, A]], [['new A'], [], ['new B'], []]],
		[
			'changed once',
			[
				[A, B],
				[packed('A'), B],
				[packed('A'), B],
			],
			[['new A', 'new B'], ['changed A packed'], []],
		],
		[
			'changed when it changes back',
			[[A], [packed('A')], [A]],
			[['new A'], ['changed A packed'], ['changed A']],
		],
		[
			'not changed by another order of its fields',
			[[A], [{ status: 'processing', order_id: 'A' }]],
			[['new A'], []],
		],
		['emitted once though two pages hold it', [[A, B, A]], [['new A', 'new B']]],
		[
			'emitted in both states when it changes between two pages, and not again',
			[[A, packed('A')], [packed('A')]],
			[['new A', 'new A packed'], []],
		],
		[
			'not new after it slipped between two pages',
			[[A, B], [B], [B], [A, B]],
			[['new A', 'new B'], [], [], []],
		],
		[
			'changed though it was missing in between',
			[[A], [], [packed('A')]],
			[['new A'], [], ['changed A packed']],
		],
		[
			'new again after it was missing three times',
			[[A], [], [], [], [A]],
			[['new A'], [], [], [], ['new A']],
		],
		[
			'missing three times in a row only',
			[[A], [], [A], [], [], [A]],
			[['new A'], [], [], [], [], []],
		],
		['new beside others that have left', [[A, B], [C]], [['new A', 'new B'], ['new C']]],
	])('%s', (_what, polls, expected) => {
		expect(emitted(polls)).toEqual(expected);
	});

	it('changed with the line that changed, where it has several', () => {
		const line = (sku: string, status: string) => order('A', { sku, status });
		const polls = [
			[line('x', 'processing'), line('y', 'processing')],
			[line('x', 'processing'), line('y', 'packed')],
			[line('x', 'processing'), line('y', 'packed')],
		];
		expect(emitted(polls)).toEqual([['new A', 'new A'], ['changed A packed'], []]);
	});

	it('not changed by a line that slipped between two pages', () => {
		const [x, y, z] = ['x', 'y', 'z'].map((sku) => order('A', { sku }));
		const polls = [[x, y], [x], [x], [x, y], [x, y, z], [x, z], [x, z], [x, z], [x, y, z]];
		const news = emitted(polls).map((each) => each.join());
		expect(news).toEqual(['new A,new A', '', '', '', 'changed A', '', '', '', 'changed A']);
	});

	it('not changed by fields to ignore, however deep they are', () => {
		const seen = (at: number) => order('A', { seenAt: at, item: { seenAt: at, size: '9' } });
		const options = { idField: '', ignoredFields: ['seenAt'] };
		expect(emitted([[seen(1)], [seen(2)]], options)).toEqual([['new A'], []]);
		expect(emitted([[seen(1)], [seen(2)]])).toEqual([['new A'], ['changed A']]);
	});

	it.each<[string, string, IDataObject, IDataObject, string]>([
		['order_id', '', { order_id: 1, n: 1 }, { order_id: 1, n: 2 }, 'changed'],
		['orderId', '', { orderId: 'x', n: 1 }, { orderId: 'x', n: 2 }, 'changed'],
		['id, last of all', '', { id: 1, order_id: 'x' }, { id: 2, order_id: 'x' }, 'changed'],
		['the named field', 'ref', { ref: 'x', id: 1 }, { ref: 'x', id: 2 }, 'changed'],
		['another value of the named field', 'ref', { ref: 'x', id: 1 }, { ref: 'y', id: 1 }, 'new'],
		['all it holds where it has no ID', '', { n: 1 }, { n: 2 }, 'new'],
	])('told by %s', (_what, idField, before, after, event) => {
		const options = { idField, ignoredFields: [] };
		const { remembered } = compareOrders([before], [], options);
		expect(compareOrders([before], remembered, options).events).toEqual([]);
		expect(compareOrders([after], remembered, options).events).toEqual([{ event, order: after }]);
	});
});

describe('an ID counts as text', () => {
	const numbered = (order_id: unknown, changes = {}) =>
		({ order_id, status: 'processing', ...changes }) as IDataObject;

	it.each<[string, unknown, unknown]>([
		['a number that becomes text', 1, '1'],
		['text that becomes a number', '1', 1],
	])('%s is neither new nor changed', (_what, before, after) => {
		expect(emitted([[numbered(before)], [numbered(after)]])).toEqual([['new 1'], []]);
		const packedAfter = numbered(after, { status: 'packed' });
		expect(emitted([[numbered(before)], [packedAfter]])).toEqual([['new 1'], ['changed 1 packed']]);
	});

	it('is the same one though two pages hold it, as a number and as text', () => {
		expect(emitted([[numbered(1), numbered('1')]])).toEqual([['new 1']]);
	});

	it('in the field that is named, too', () => {
		const options = { idField: 'ref', ignoredFields: [] };
		const { remembered } = compareOrders([{ ref: 7, n: 1 }], [], options);
		expect(compareOrders([{ ref: '7', n: 1 }], remembered, options).events).toEqual([]);
	});

	it('of text, or none, keeps the hash that was stored before numbers counted as text', () => {
		const orders = [numbered('A-4711'), { order_id: ' 7 ', n: 1 }, { n: 1 }];
		expect(compareOrders(orders, [], OPTIONS).remembered).toEqual([
			'sUDAKZQqxfCrIUrQzwmt0',
			'ZRpChGBkOFcsWSUcQzto0',
			'biPZZLIaB73zbiPZZLIa0',
		]);
	});

	it('is put out as it came', () => {
		const { events } = compareOrders([numbered(1)], [], OPTIONS);
		expect(events).toEqual([{ event: 'new', order: numbered(1) }]);
	});
});

describe('what is remembered', () => {
	const many = (count: number, from = 0) =>
		Array.from({ length: count }, (_, at) => order(`order_${from + at}`));

	it('takes less than 250 KB for 10,000 orders, and no more when all of them are replaced', () => {
		const first = compareOrders(many(ORDERS_REMEMBERED), [], OPTIONS).remembered;
		expect(JSON.stringify(first).length).toBeLessThan(250_000);
		const next = compareOrders(many(ORDERS_REMEMBERED, ORDERS_REMEMBERED), first, OPTIONS);
		expect(next.events).toHaveLength(ORDERS_REMEMBERED);
		expect(next.remembered).toHaveLength(ORDERS_REMEMBERED);
	});

	it('does not hold more orders, and says so', () => {
		expect(() => compareOrders(many(ORDERS_REMEMBERED + 1), [], OPTIONS)).toThrow(
			'SASOM lists 10001 orders in process',
		);
	});

	it('holds nothing that an order says', () => {
		const { remembered } = compareOrders([order('A-4711', { size: 'US 9' })], [], OPTIONS);
		expect(remembered).toEqual([expect.stringMatching(/^[\w-]{20}0$/)]);
	});
});
