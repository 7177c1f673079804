import { DEFAULT_ACCOUNTS } from '../simulator';
import type { Polling } from './polling';
import { ALL, emitted, hotelid, other, startSuQueue, type SuQueue } from './su-queue';

let queue: SuQueue;
beforeEach(async () => {
	queue = await startSuQueue();
	// Pauses before a request is sent again are a random share of so and so long.
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(async () => {
	jest.restoreAllMocks();
	await queue.simulator.stop();
});

describe('a poll of Su fails', () => {
	const fail = (count: number, status: number) =>
		queue.simulator.configure('su', {
			failNext: [{ target: 'api', count, kind: 'status', status }],
		});
	const message = async (trigger: Polling) =>
		await emitted(trigger).then(
			() => 'It succeeded',
			(error: Error) => error.message,
		);

	it.each([
		[401, 'Su: Simulated failure (HTTP 401, code 401)'],
		[500, 'Su: Simulated failure (HTTP 500, code 500)'],
	])(
		'with HTTP %i, and the next one emits all',
		async (status, words) => {
			const trigger = queue.start();
			fail(20, status);
			expect(await message(trigger)).toContain(words.split(' (')[0]);
			queue.simulator.configure('su', { failNext: [] });
			expect(await emitted(queue.start({}, trigger.staticData()))).toEqual(ALL);
		},
		30_000,
	);

	it('to acknowledge, and still emits what is new; the next one acknowledges all', async () => {
		const trigger = queue.start();
		await trigger.poll();
		queue.enqueue(hotelid, { reservation_notif_id: 'RN-NEW' });
		queue.simulator.configure('su', { latencyMs: 30 });
		const polled = emitted(trigger);
		while (queue.received().length === 1) await new Promise((done) => setTimeout(done, 2));
		fail(4, 500);
		expect(await polled).toEqual(['RN-NEW']);
		expect(await emitted(queue.start({}, trigger.staticData()))).toBeNull();
		expect(queue.received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3,RN-NEW');
	}, 30_000);

	it('for one property, and emits those of the others; without news the failure shows', async () => {
		const trigger = queue.start({ hotelIds: `UNKNOWN, ${hotelid}` });
		expect(await emitted(trigger)).toEqual(ALL);
		const failure = await trigger.poll().catch((error: Error) => error);
		expect(failure).toMatchObject({
			message: 'Su: invalid hotel code (HTTP 200, code 400)',
			description: expect.stringContaining('Hotel ID: UNKNOWN.'),
		});
		expect(queue.received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3');
	});

	it('for one property with an answer that says nothing, which holds up no other', async () => {
		const trigger = queue.start({ hotelIds: `${hotelid}, ${other}` });
		await trigger.poll();
		queue.enqueue(other, { reservation_notif_id: 'RN-OTHER' });
		const says = (message: string) =>
			queue.simulator.configure('su', {
				failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body: { message } }],
			});
		says('Forbidden');
		expect(await emitted(trigger)).toEqual(['RN-OTHER']);
		says('Forbidden');
		const failure = await queue
			.start({}, {})
			.poll()
			.catch((error: Error) => error);
		expect(failure).toHaveProperty('description', expect.stringContaining(`Hotel ID: ${hotelid}.`));
	});

	it('for one property that does not answer, with which the next poll does not begin', async () => {
		const trigger = queue.start({ hotelIds: `${hotelid}, ${other}` });
		queue.simulator.configure('su', { failNext: [{ target: 'api', count: 9, kind: 'cut' }] });
		await message(trigger);
		queue.enqueue(other, { reservation_notif_id: 'RN-OTHER' });
		const asked = queue.simulator.log('su').length;
		queue.simulator.configure('su', { failNext: [] });
		expect(await emitted(trigger)).toEqual([...ALL, 'RN-OTHER']);
		const [first] = queue.simulator.log('su').slice(asked);
		expect(Buffer.from(first.body, 'base64').toString()).toContain(other);
	}, 30_000);

	it('for the last property, with which the next poll begins', async () => {
		const trigger = queue.start({ hotelIds: `UNKNOWN, ${hotelid}, ${other}` });
		queue.simulator.configure('su', { latencyMs: 50 });
		const polled = emitted(trigger);
		while (queue.received().length < 2) await new Promise((done) => setTimeout(done, 2));
		queue.simulator.configure('su', { failNext: [{ target: 'api', count: 9, kind: 'cut' }] });
		expect(await polled).toEqual(ALL);
		const asked = queue.simulator.log('su').length;
		queue.simulator.configure('su', { failNext: [], latencyMs: 0 });
		await message(trigger);
		const [first] = queue.simulator.log('su').slice(asked);
		expect(Buffer.from(first.body, 'base64').toString()).toContain(other);
	}, 30_000);

	it('for one property, of which it still knows afterwards what was emitted', async () => {
		const trigger = queue.start({ hotelIds: `${hotelid}, ${other}` });
		expect(await emitted(trigger)).toEqual(ALL);
		queue.enqueue(other, { reservation_notif_id: 'RN-OTHER' });
		fail(4, 500);
		expect(await emitted(trigger)).toEqual(['RN-OTHER']);
		expect(await emitted(trigger)).toBeNull();
		expect(queue.received().slice(-4)).toEqual([
			'pull',
			'acknowledge RN-1,RN-2,RN-3',
			'pull',
			'acknowledge RN-OTHER',
		]);
	}, 30_000);

	it('before anything is sent where no property is named', async () => {
		expect(await message(queue.start({ hotelIds: ' ' }))).toBe('Hotel IDs is empty');
		expect(queue.simulator.log('su')).toEqual([]);
	});

	it('without the secret and without a guest in its words', async () => {
		queue.simulator.configure('su', { failNext: [{ target: 'api', count: 9, kind: 'echo' }] });
		const failure = await queue
			.start()
			.poll()
			.catch((error: Error) => error);
		const text = JSON.stringify(failure) + String((failure as Error).stack);
		expect(text).toContain('Request refused');
		expect(text).not.toContain(DEFAULT_ACCOUNTS.su.clientSecrets.sandbox);
	});

	it('for all properties, and asks for no further one, where the secret is wrong', async () => {
		const trigger = queue.start({ hotelIds: `${hotelid}, ${other}` });
		fail(50, 401);
		expect(await message(trigger)).toContain('HTTP 401');
		const asked = queue.simulator
			.log('su')
			.map(({ body }) => Buffer.from(body, 'base64').toString());
		expect(asked.join()).toContain(hotelid);
		expect(asked.join()).not.toContain(other);
	});

	it('where Su takes no requests for longer than a poll may take, and says until when', async () => {
		queue.simulator.configure('su', {
			failNext: [{ target: 'api', count: 1, kind: 'tooMany', retryAfterSeconds: 600 }],
		});
		// The limit holds for this property, and for the rest of this file.
		const failure = await queue
			.start({ hotelIds: other })
			.poll()
			.catch((error: Error) => error);
		expect(failure).toMatchObject({
			message: 'The limit of requests to Su is reached',
			description: expect.stringMatching(/^It takes requests again .* Nothing is lost/),
			failure: { cause: 'rate-limited', retryAfterMs: expect.any(Number) },
		});
	});
});
