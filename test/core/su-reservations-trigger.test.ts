import type { IDataObject } from 'n8n-workflow';
import { ALL, emitted, hotelid, other, startSuQueue, type SuQueue } from './su-queue';

const ONE_HOUR_IN_MS = 60 * 60 * 1000;

let queue: SuQueue;
beforeEach(async () => {
	queue = await startSuQueue();
});
afterEach(() => queue.simulator.stop());

describe('the Su Reservations Trigger', () => {
	it('emits one item per reservation, flat or wrapped, and acknowledges with the next poll', async () => {
		const trigger = queue.start();
		expect(await emitted(trigger)).toEqual(ALL);
		expect(queue.received()).toEqual(['pull']);
		expect(await emitted(trigger)).toBeNull();
		expect(queue.received().slice(1)).toEqual(['pull', 'acknowledge RN-1,RN-2,RN-3']);
		expect(await emitted(trigger)).toBeNull();
		expect(queue.received().slice(3)).toEqual(['pull']);
	});

	it('masks payment cards unless the user wants them, and names the property', async () => {
		const card = async (options: IDataObject) => {
			const [first] = (await queue.start({ options }).poll()) ?? [];
			return { hotel: first.hotelid, number: (first.customer as IDataObject).cc_number };
		};
		expect(await card({})).toEqual({ hotel: hotelid, number: '***' });
		expect(await card({ showCardFields: true })).toEqual({
			hotel: hotelid,
			number: '4111111111111111',
		});
	});

	it('emits what is new beside what it acknowledges', async () => {
		const trigger = queue.start();
		await trigger.poll();
		queue.enqueue(hotelid, { reservation_notif_id: 'RN-NEW', isWrapped: true });
		expect(await emitted(trigger)).toEqual(['RN-NEW']);
		expect(await emitted(trigger)).toBeNull();
		expect(queue.received().filter((each) => each !== 'pull')).toEqual([
			'acknowledge RN-1,RN-2,RN-3',
			'acknowledge RN-NEW',
		]);
	});

	it('takes several properties, whose IDs may be the same', async () => {
		queue.enqueue(other);
		const trigger = queue.start({ hotelIds: `${hotelid}, ${other}` });
		const items = (await trigger.poll()) ?? [];
		const hotels = items.map((each) => [each.hotelid, each.reservation_notif_id].join(' '));
		expect(hotels).toEqual([...ALL.map((id) => `${hotelid} ${id}`), `${other} RN-1`]);
		await trigger.poll();
		expect(queue.received().slice(2)).toEqual([
			'pull',
			'acknowledge RN-1,RN-2,RN-3',
			'pull',
			'acknowledge RN-1',
		]);
	});

	it('emits a few in a test, and neither remembers nor acknowledges', async () => {
		queue.enqueue(hotelid);
		const trigger = queue.start({}, {}, 'manual');
		expect(await emitted(trigger)).toEqual(ALL);
		expect(await emitted(trigger)).toEqual(ALL);
		expect(trigger.staticData()).toEqual({});
		expect(queue.received()).toEqual(['pull', 'pull']);
	});
});

describe('n8n crashes', () => {
	it('before it has stored what was emitted: emitted again, nothing lost', async () => {
		const before = queue.start();
		const stored = before.staticData();
		expect(await emitted(before)).toEqual(ALL);
		const after = queue.start({}, stored);
		expect(await emitted(after)).toEqual(ALL);
		expect(queue.received()).toEqual(['pull', 'pull']);
		await after.poll();
		expect(queue.received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3');
	});

	it('after it has stored what was emitted: acknowledged, not emitted twice', async () => {
		const before = queue.start();
		await before.poll();
		queue.enqueue(hotelid, { reservation_notif_id: 'RN-NEW' });
		const after = queue.start({}, before.staticData());
		expect(await emitted(after)).toEqual(['RN-NEW']);
		expect(queue.received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3');
	});

	it('after the acknowledgement, which it has not stored: nothing twice, no failure', async () => {
		const before = queue.start();
		await before.poll();
		const stored = before.staticData();
		await before.poll();
		const after = queue.start({}, stored);
		expect(await emitted(after)).toBeNull();
		expect(queue.simulator.log('su').at(-1)?.outcome).toBe('invalid');
		expect(await emitted(after)).toBeNull();
		expect(queue.received().slice(3)).toEqual(['pull', 'acknowledge RN-1,RN-2,RN-3', 'pull']);
	});

	it('for more than an hour: what has left the queue was emitted before', async () => {
		const before = queue.start();
		expect(await emitted(before)).toEqual(ALL);
		queue.simulator.configure('su', { clockOffsetMs: ONE_HOUR_IN_MS + 60_000 });
		expect(await emitted(queue.start({}, before.staticData()))).toBeNull();
	});
});

describe('where the workflow acknowledges', () => {
	const parameters = { acknowledge: 'workflow', repeatAfter: 10 };

	it('the trigger does not, and emits again what waits for too long', async () => {
		const trigger = queue.start(parameters);
		expect(await emitted(trigger)).toEqual(ALL);
		expect(await emitted(trigger)).toBeNull();
		const aged = JSON.parse(
			JSON.stringify(trigger.staticData()).replace(
				/"at":(\d+)/g,
				(_, at) => `"at":${at - 601_000}`,
			),
		) as IDataObject;
		const later = queue.start(parameters, aged);
		expect(await emitted(later)).toEqual(ALL);
		expect(await emitted(later)).toBeNull();
		expect(queue.received()).toEqual(['pull', 'pull', 'pull', 'pull']);
	});
});
