import type { IDataObject } from 'n8n-workflow';
import { listOrders } from '../../nodes/Sasom/trigger/list';

const [A, B, C] = ['A', 'B', 'C'].map((order_id) => ({ order_id, status: 'processing' }));

describe('the list of orders', () => {
	const list = async (answers: unknown[], options: IDataObject = {}, pages?: number) => {
		const cursors: unknown[] = [];
		const orders = await listOrders(
			async ({ query }) => ({ body: answers[cursors.push(query?.cursor) - 1] }),
			{ options },
			pages,
		);
		return { orders, cursors };
	};
	const page = (data: unknown, next_cursor?: unknown) => ({ success: true, data, next_cursor });

	it.each<[string, unknown[], unknown[], IDataObject[]]>([
		[
			'comes in pages',
			[page([A], 'p2'), page([B], 'p3'), page([C], null)],
			[undefined, 'p2', 'p3'],
			[A, B, C],
		],
		['may have an empty page', [page([], 'p2'), page([A])], [undefined, 'p2'], [A]],
		['may be empty', [page([])], [undefined], []],
		[
			'may end with an empty page that repeats its cursor',
			[page([A], 'p2'), page([], 'p2')],
			[undefined, 'p2'],
			[A],
		],
		[
			'may end with an empty page that leads back',
			[page([A], 'p2'), page([B], 'p3'), page([], 'p2')],
			[undefined, 'p2', 'p3'],
			[A, B],
		],
		['may end with the cursor 0', [page([A], 'p2'), page([B], 0)], [undefined, 'p2'], [A, B]],
		['may end with the cursor "-1"', [page([A], '-1')], [undefined], [A]],
		['may be null', [page(null)], [undefined], []],
		['may stand in data', [page({ orders: [A], total: 1 })], [undefined], [A]],
		['may stand alone', [[A, B]], [undefined], [A, B]],
	])('%s', async (_what, answers, cursors, orders) => {
		expect(await list(answers)).toEqual({ orders, cursors });
	});

	it('is read as far as asked for', async () => {
		expect(await list([page([A], 'p2')], {}, 1)).toEqual({ orders: [A], cursors: [undefined] });
	});

	it('has its cursor where the user says', async () => {
		const answers = [
			{ data: [A], paging: { after: 'p2' } },
			{ data: [B], paging: {} },
		];
		const { cursors } = await list(answers, { cursorField: 'paging.after' });
		expect(cursors).toEqual([undefined, 'p2']);
	});

	it.each<[string, unknown[], string]>([
		[
			'leads in a circle',
			[page([A], 'p2'), page([B], 'p3'), page([C], 'p2')],
			'does not end after 3 pages',
		],
		['is not there', [{ success: true, message: 'Maintenance' }], 'holds no list of orders'],
		['is text', [{ success: true, data: 'none' }], 'holds no list of orders'],
		['is missing on a later page', [page([A], 'p2'), { success: true }], 'holds no list of orders'],
		['is a web page', ['<html></html>'], 'not what this operation gets'],
	])('is refused as a whole where it %s', async (_what, answers, message) => {
		await expect(list(answers)).rejects.toThrow(message);
	});
});
