import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type FailNext, type Simulator } from '../simulator';
import { run } from './nodes';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

const sasom = async (parameters: IDataObject) =>
	(await run(simulator, 'sasom', parameters)).map(({ json }) => json);

/** The next `count` answers, instead of the simulator's own. */
const answers = (body: IDataObject, count: number) =>
	simulator.configure('sasom', {
		failNext: [{ target: 'api', count, kind: 'status', status: 200, body }],
	});

describe('The pages of orders', () => {
	it.each([
		['getProcessing', '/partner/processing/orders'],
		['getSettled', '/partner/settled/orders'],
	])(
		'%s: Return All asks for each page once, with the cursor of the last',
		async (operation, path) => {
			simulator.configure('sasom', { orderCount: 5, pageSize: 2 });
			const output = await sasom({ resource: 'order', operation, returnAll: true });
			expect(output.map(({ order_id }) => String(order_id).split('_')[1])).toEqual([...'12345']);
			const cursor = (from: number) => Buffer.from(String(from)).toString('base64url');
			expect(simulator.log('sasom').map(({ url }) => url)).toEqual([
				path,
				`${path}?cursor=${cursor(2)}`,
				`${path}?cursor=${cursor(4)}`,
			]);
		},
	);

	it('come in 100 pages of 100 with exactly 100 requests', async () => {
		simulator.configure('sasom', { orderCount: 10_000, pageSize: 100 });
		const all = { resource: 'order', operation: 'getProcessing', returnAll: true };
		const output = await sasom(all);
		expect(new Set(output.map(({ order_id }) => order_id)).size).toBe(10_000);
		expect(simulator.counts('sasom').requests).toBe(100);
	});

	it('are asked for up to the limit, and no page further', async () => {
		simulator.configure('sasom', { orderCount: 50, pageSize: 10 });
		const parameters = { resource: 'order', operation: 'getProcessing', limit: 15 };
		expect(await sasom(parameters)).toHaveLength(15);
		expect(simulator.counts('sasom').requests).toBe(2);
	});

	it('go on where Start Cursor says', async () => {
		simulator.configure('sasom', { orderCount: 5, pageSize: 2 });
		const options = { cursor: Buffer.from('3').toString('base64url') };
		const parameters = { resource: 'order', operation: 'getSettled', returnAll: true, options };
		expect(await sasom(parameters)).toMatchObject([
			{ order_id: 'settled_4' },
			{ order_id: 'settled_5' },
		]);
	});

	it('go on by the field that Cursor Field names', async () => {
		const cursor = Buffer.from('2').toString('base64url');
		answers({ success: true, data: { rows: [{ order_id: 'x' }], at: { cursor } } }, 1);
		const parameters = {
			resource: 'order',
			operation: 'getProcessing',
			returnAll: true,
			options: { cursorField: 'data.at.cursor' },
		};
		expect(await sasom(parameters)).toMatchObject([
			{ order_id: 'x' },
			{ order_id: 'processing_3' },
		]);
	});

	it('end in an error where the cursor leads nowhere, not in a circle', async () => {
		answers({ success: true, data: [{ order_id: 'x' }], cursor: 'same' }, 9);
		const all = { resource: 'order', operation: 'getProcessing', returnAll: true };
		await expect(sasom(all)).rejects.toThrow('The next page would be this page again');
		expect(simulator.counts('sasom').requests).toBe(2);
	});

	it.each<[string, unknown, unknown[]]>([
		['repeats its cursor', 'p2', []],
		['leads to the cursor 0', 0, [{ order_id: 'z' }]],
		['leads to the cursor "0"', '0', [{ order_id: 'z' }]],
		['leads to the cursor -1', -1, [{ order_id: 'z' }]],
		['leads to the cursor "-1"', '-1', [{ order_id: 'z' }]],
	])('end with a page that %s, and all that was read is put out', async (_what, next, rest) => {
		const answer = (data: unknown, next_cursor: unknown): FailNext => ({
			target: 'api',
			count: 1,
			kind: 'status',
			status: 200,
			body: { success: true, data, next_cursor },
		});
		const page = [{ order_id: 'x' }, { order_id: 'y' }];
		simulator.configure('sasom', { failNext: [answer(page, 'p2'), answer(rest, next)] });
		const all = { resource: 'order', operation: 'getProcessing', returnAll: true };
		expect(await sasom(all)).toEqual([...page, ...rest]);
		expect(simulator.counts('sasom').requests).toBe(2);
	});
});
