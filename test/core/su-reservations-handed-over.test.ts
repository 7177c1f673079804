import { ManualExecutionCancelledError, SystemShutdownExecutionCancelledError } from 'n8n-workflow';
import type { IDataObject, IRun } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, type FailNext } from '../simulator';
import type { Polling } from './polling';
import { ALL, emitted, hotelid, other, startSuQueue, type SuQueue } from './su-queue';

const ACKNOWLEDGED = 'acknowledge RN-1,RN-2,RN-3';
const STOPPED = new ManualExecutionCancelledError('1');

let queue: SuQueue;
beforeEach(async () => {
	queue = await startSuQueue();
});
afterEach(() => queue.simulator.stop());

/** As n8n comes: it stores the static data first, the execution after it. */
const start = (parameters: IDataObject = {}, staticData: IDataObject = {}) =>
	queue.start(parameters, staticData, 'trigger');
const acknowledgements = () => queue.received().filter((each) => each !== 'pull');
/** Waits until all that a process does by itself is over. */
const settled = async (trigger: Polling, requests: number) => {
	const until = Date.now() + 20_000;
	const count = () => acknowledgements().length + trigger.warnings.length;
	while (count() < requests && Date.now() < until) await pause(5);
	await pause(30);
};
const pause = async (ms: number) => await new Promise((done) => setTimeout(done, ms));

describe('as n8n comes, the Su Reservations Trigger', () => {
	it('notes, emits and acknowledges nothing again as long as the execution lasts', async () => {
		const trigger = start();
		expect(await emitted(trigger)).toEqual(ALL);
		expect(JSON.stringify(trigger.staticData())).not.toContain('RN-');
		expect(await emitted(trigger)).toBeNull();
		queue.enqueue(hotelid, { reservation_notif_id: 'RN-NEW' });
		expect(await emitted(trigger)).toEqual(['RN-NEW']);
		expect(queue.received()).toEqual(['pull', 'pull', 'pull']);
		expect(JSON.stringify(trigger.staticData())).not.toContain('RN-');
	});

	it.each<[string, Partial<IRun> | Error]>([
		['has succeeded', { status: 'success' }],
		['has failed', { status: 'error' }],
		['waits', { status: 'waiting' }],
		['was stopped', STOPPED],
	])('acknowledges without a further poll when the execution %s', async (_how, outcome) => {
		const trigger = start();
		await trigger.poll();
		trigger.end(outcome);
		await settled(trigger, 1);
		expect(queue.received()).toEqual(['pull', ACKNOWLEDGED]);
		expect(await emitted(trigger)).toBeNull();
		expect(acknowledgements()).toEqual([ACKNOWLEDGED]);
		expect(trigger.warnings).toEqual([]);
	});

	it.each<[string, Error | undefined]>([
		['no execution', undefined],
		['a database that fails', new Error('SQLITE_BUSY: password hunter2')],
		['to stop', new SystemShutdownExecutionCancelledError('1')],
	])('emits again, and acknowledges nothing, where n8n has %s', async (_what, outcome) => {
		const trigger = start();
		await trigger.poll();
		trigger.end(outcome);
		await settled(trigger, 1);
		expect(acknowledgements()).toEqual([]);
		expect(trigger.warnings.join()).toContain('it is emitted again');
		expect(trigger.warnings.join()).not.toContain('hunter2');
		expect(await emitted(trigger)).toEqual(ALL);
	});

	it('loses nothing when n8n is killed before it has stored the execution', async () => {
		const before = start();
		expect(await emitted(before)).toEqual(ALL);
		const after = start({}, before.staticData());
		expect(await emitted(after)).toEqual(ALL);
		expect(acknowledgements()).toEqual([]);
	});

	it.each<Partial<FailNext>>([
		{ count: 4, kind: 'echo' },
		{ count: 1, kind: 'status', status: 200, body: { message: 'Forbidden' } },
	])(
		'acknowledges with the next poll what it could not, says so, and emits nothing twice: %j',
		async (fault) => {
			const trigger = start();
			await trigger.poll();
			queue.simulator.configure('su', { failNext: [{ target: 'api', ...fault } as FailNext] });
			trigger.end({ status: 'success' });
			await settled(trigger, 1);
			queue.simulator.configure('su', { failNext: [] });
			expect(trigger.warnings).toHaveLength(1);
			expect(trigger.warnings[0]).toContain('The next poll acknowledges again');
			expect(trigger.warnings[0]).not.toContain(DEFAULT_ACCOUNTS.su.clientSecrets.sandbox);
			expect(await emitted(trigger)).toBeNull();
			expect(acknowledgements().at(-1)).toBe(ACKNOWLEDGED);
			const pulls = queue.received().length;
			expect(await emitted(trigger)).toBeNull();
			expect(queue.received().slice(pulls)).toEqual(['pull']);
			expect(await emitted(start({}, trigger.staticData()))).toBeNull();
		},
		30_000,
	);

	it('tells by the static data what was acknowledged and comes again', async () => {
		const trigger = start();
		await trigger.poll();
		trigger.end({ status: 'success' });
		await settled(trigger, 1);
		await trigger.poll();
		queue.enqueue(hotelid, { reservation_notif_id: 'RN-1' });
		expect(await emitted(start({}, trigger.staticData()))).toBeNull();
		expect(acknowledgements().at(-1)).toBe('acknowledge RN-1');
	});

	it('does not wait for ever for the end of an execution, of which n8n may not tell', async () => {
		const trigger = start();
		await trigger.poll();
		const now = performance.now();
		const clock = jest.spyOn(performance, 'now').mockReturnValue(now + 44 * 60_000);
		expect(await emitted(trigger)).toBeNull();
		clock.mockReturnValue(now + 46 * 60_000);
		expect(await emitted(trigger)).toEqual(ALL);
		clock.mockRestore();
	});

	it('keeps properties apart, whose IDs may be the same', async () => {
		const trigger = start({ hotelIds: `${hotelid}, ${other}` });
		expect(await emitted(trigger)).toEqual(ALL);
		queue.enqueue(other, { reservation_notif_id: 'RN-1' });
		expect(await emitted(trigger)).toEqual(['RN-1']);
		trigger.end({ status: 'success' });
		await settled(trigger, 2);
		expect(acknowledgements().sort()).toEqual(['acknowledge RN-1', ACKNOWLEDGED]);
		expect(await emitted(trigger)).toBeNull();
	});
});
