import type { IDataObject } from 'n8n-workflow';
import { SasomTrigger } from '../../nodes/Sasom/SasomTrigger.node';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { startPolling, type Polling } from './polling';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const start = (parameters: IDataObject = {}, staticData?: IDataObject, mode?: 'manual') =>
	startPolling(accounts.sasom(simulator), new SasomTrigger(), parameters, staticData, mode);
const put = (order_id: string, fields: IDataObject = {}) =>
	simulator.act('sasom', 'putOrder', { order_id, ...fields });

/** What a poll emits, e.g. `new added_1`. */
async function emitted(trigger: Polling): Promise<string[] | null> {
	const items = await trigger.poll();
	return (
		items &&
		items.map(({ event, order }) => `${String(event)} ${String((order as IDataObject).order_id)}`)
	);
}

describe('the SASOM Trigger', () => {
	it('sets the mark with the first poll, then emits new and changed orders once each', async () => {
		const trigger = start();
		expect(await emitted(trigger)).toBeNull();
		expect(await emitted(trigger)).toBeNull();
		put('added_1', { size: 'US 8' });
		put('processing_2', { status: 'packed' });
		expect(await trigger.poll()).toEqual([
			{
				event: 'changed',
				order: expect.objectContaining({ order_id: 'processing_2', status: 'packed' }),
			},
			{ event: 'new', order: { order_id: 'added_1', size: 'US 8' } },
		]);
		expect(await emitted(trigger)).toBeNull();
	});

	it('emits existing orders on the first poll where the user wants it, of all pages', async () => {
		simulator.configure('sasom', { orderCount: 250, pageSize: 100 });
		const trigger = start({ startWithExisting: true });
		expect(await emitted(trigger)).toHaveLength(250);
		expect(await emitted(trigger)).toBeNull();
		expect(simulator.counts('sasom').requests).toBe(6);
	});

	it('emits the kinds of events that the user chose, and remembers the others', async () => {
		const trigger = start({ events: ['new'] });
		await trigger.poll();
		put('processing_1', { status: 'packed' });
		put('added_1');
		expect(await emitted(trigger)).toEqual(['new added_1']);
		const all = start({}, trigger.staticData());
		expect(await emitted(all)).toBeNull();
	});

	it('ignores fields and takes the ID from the field that the user names', async () => {
		const options = { orderIdField: 'reference', ignoredFields: 'order_id, views' };
		const trigger = start({ options });
		put('a', { reference: 'R-1', views: 1 });
		await trigger.poll();
		simulator.act('sasom', 'removeOrder', { order_id: 'a' });
		put('b', { reference: 'R-1', views: 2 });
		expect(await trigger.poll()).toBeNull();
		put('b', { status: 'packed' });
		expect(await emitted(trigger)).toEqual(['changed b']);
	});

	it('goes on after a restart: what came in between is emitted, nothing twice', async () => {
		const before = start();
		await before.poll();
		put('added_1');
		expect(await emitted(before)).toEqual(['new added_1']);
		const stored = before.staticData();
		put('added_2');
		const after = start({}, stored);
		expect(await emitted(after)).toEqual(['new added_2']);
		expect(await emitted(after)).toBeNull();
	});

	it('emits again what n8n could not store before it crashed', async () => {
		const before = start();
		await before.poll();
		const stored = before.staticData();
		put('added_1');
		expect(await emitted(before)).toEqual(['new added_1']);
		expect(await emitted(start({}, stored))).toEqual(['new added_1']);
	});

	it('keeps an empty list in mind as a mark', async () => {
		simulator.configure('sasom', { orderCount: 0 });
		const trigger = start();
		expect(await trigger.poll()).toBeNull();
		put('added_1');
		expect(await emitted(start({}, trigger.staticData()))).toEqual(['new added_1']);
	});

	it('does nothing while the poll before is still at work', async () => {
		const trigger = start({ startWithExisting: true });
		simulator.configure('sasom', { latencyMs: 50 });
		const both = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(both.map((items) => items?.length)).toEqual([3, undefined]);
	});

	it('does nothing while n8n has not stored yet what the poll before emitted', async () => {
		const trigger = start({ startWithExisting: true });
		const stored = trigger.staticData();
		await trigger.poll();
		trigger.setStaticData(stored);
		expect(await trigger.poll()).toBeNull();
		jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
		expect(await trigger.poll()).toHaveLength(3);
		jest.restoreAllMocks();
	});

	it('emits a few orders of the first page in a test, and remembers nothing', async () => {
		simulator.configure('sasom', { orderCount: 50, pageSize: 10 });
		const trigger = start({}, {}, 'manual');
		expect(await emitted(trigger)).toEqual([1, 2, 3].map((at) => `new processing_${at}`));
		expect(await emitted(trigger)).toHaveLength(3);
		expect(simulator.counts('sasom').requests).toBe(2);
		expect(trigger.staticData()).toEqual({});
	});
});
