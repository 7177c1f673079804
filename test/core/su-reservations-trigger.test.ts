import type { IDataObject } from 'n8n-workflow';
import { SuReservationsTrigger } from '../../nodes/Su/SuReservationsTrigger.node';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { startPolling, type Polling } from './polling';

const { hotelid } = DEFAULT_ACCOUNTS.su;
const other = `${hotelid}-MAPPED`;
const ONE_HOUR_IN_MS = 60 * 60 * 1000;

// One for each test: after 27 tokens the credential asks the same address for no more.
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.stop());

const start = (parameters: IDataObject = {}, staticData?: IDataObject, mode?: 'manual') =>
	startPolling(
		accounts.su(simulator),
		new SuReservationsTrigger(),
		{ hotelIds: hotelid, ...parameters },
		staticData,
		mode,
	);
const enqueue = (hotel: string, sent: IDataObject = {}) =>
	simulator.act('su', 'enqueue', { hotelid: hotel, ...sent });

/** What a poll emits, e.g. `RN-1`. */
const emitted = async (trigger: Polling) =>
	(await trigger.poll())?.map(({ reservation_notif_id }) => reservation_notif_id) ?? null;

/** What Su got: pulls and acknowledgements, e.g. `pull` or `acknowledge RN-1,RN-2`. */
const received = () =>
	simulator
		.log('su')
		.filter(({ url, outcome }) => url.includes('Reservation') && outcome !== 'fault')
		.map(({ url, body }) => {
			if (!url.endsWith('_notif')) return 'pull';
			const sent = JSON.parse(Buffer.from(body, 'base64').toString()) as {
				reservation_notif: { reservation_notif_id: string[] };
			};
			return `acknowledge ${sent.reservation_notif.reservation_notif_id.join()}`;
		});

const ALL = ['RN-1', 'RN-2', 'RN-3'];

describe('the Su Reservations Trigger', () => {
	it('emits one item per reservation, flat or wrapped, and acknowledges with the next poll', async () => {
		const trigger = start();
		expect(await emitted(trigger)).toEqual(ALL);
		expect(received()).toEqual(['pull']);
		expect(await emitted(trigger)).toBeNull();
		expect(received().slice(1)).toEqual(['pull', 'acknowledge RN-1,RN-2,RN-3']);
		expect(await emitted(trigger)).toBeNull();
		expect(received().slice(3)).toEqual(['pull']);
	});

	it('masks payment cards unless the user wants them, and names the property', async () => {
		const card = async (options: IDataObject) => {
			const [first] = (await start({ options }).poll()) ?? [];
			return { hotel: first.hotelid, number: (first.customer as IDataObject).cc_number };
		};
		expect(await card({})).toEqual({ hotel: hotelid, number: '***' });
		expect(await card({ showCardFields: true })).toEqual({
			hotel: hotelid,
			number: '4111111111111111',
		});
	});

	it('emits what is new beside what it acknowledges', async () => {
		const trigger = start();
		await trigger.poll();
		enqueue(hotelid, { reservation_notif_id: 'RN-NEW', isWrapped: true });
		expect(await emitted(trigger)).toEqual(['RN-NEW']);
		expect(await emitted(trigger)).toBeNull();
		expect(received().filter((each) => each !== 'pull')).toEqual([
			'acknowledge RN-1,RN-2,RN-3',
			'acknowledge RN-NEW',
		]);
	});

	it('takes several properties, whose IDs may be the same', async () => {
		enqueue(other);
		const trigger = start({ hotelIds: `${hotelid}, ${other}` });
		const items = (await trigger.poll()) ?? [];
		const hotels = items.map((each) => [each.hotelid, each.reservation_notif_id].join(' '));
		expect(hotels).toEqual([...ALL.map((id) => `${hotelid} ${id}`), `${other} RN-1`]);
		await trigger.poll();
		expect(received().slice(2)).toEqual([
			'pull',
			'acknowledge RN-1,RN-2,RN-3',
			'pull',
			'acknowledge RN-1',
		]);
	});

	it('emits a few in a test, and neither remembers nor acknowledges', async () => {
		enqueue(hotelid);
		const trigger = start({}, {}, 'manual');
		expect(await emitted(trigger)).toEqual(ALL);
		expect(await emitted(trigger)).toEqual(ALL);
		expect(trigger.staticData()).toEqual({});
		expect(received()).toEqual(['pull', 'pull']);
	});
});

describe('n8n crashes', () => {
	it('before it has stored what was emitted: emitted again, nothing lost', async () => {
		const before = start();
		const stored = before.staticData();
		expect(await emitted(before)).toEqual(ALL);
		const after = start({}, stored);
		expect(await emitted(after)).toEqual(ALL);
		expect(received()).toEqual(['pull', 'pull']);
		await after.poll();
		expect(received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3');
	});

	it('after it has stored what was emitted: acknowledged, not emitted twice', async () => {
		const before = start();
		await before.poll();
		enqueue(hotelid, { reservation_notif_id: 'RN-NEW' });
		const after = start({}, before.staticData());
		expect(await emitted(after)).toEqual(['RN-NEW']);
		expect(received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3');
	});

	it('after the acknowledgement, which it has not stored: nothing twice, no failure', async () => {
		const before = start();
		await before.poll();
		const stored = before.staticData();
		await before.poll();
		const after = start({}, stored);
		expect(await emitted(after)).toBeNull();
		expect(simulator.log('su').at(-1)?.outcome).toBe('invalid');
		expect(await emitted(after)).toBeNull();
		expect(received().slice(3)).toEqual(['pull', 'acknowledge RN-1,RN-2,RN-3', 'pull']);
	});

	it('for more than an hour: what has left the queue was emitted before', async () => {
		const before = start();
		expect(await emitted(before)).toEqual(ALL);
		simulator.configure('su', { clockOffsetMs: ONE_HOUR_IN_MS + 60_000 });
		expect(await emitted(start({}, before.staticData()))).toBeNull();
	});
});

describe('where the workflow acknowledges', () => {
	const parameters = { acknowledge: 'workflow', repeatAfter: 10 };

	it('the trigger does not, and emits again what waits for too long', async () => {
		const trigger = start(parameters);
		expect(await emitted(trigger)).toEqual(ALL);
		expect(await emitted(trigger)).toBeNull();
		const aged = JSON.parse(
			JSON.stringify(trigger.staticData()).replace(
				/"at":(\d+)/g,
				(_, at) => `"at":${at - 601_000}`,
			),
		) as IDataObject;
		const later = start(parameters, aged);
		expect(await emitted(later)).toEqual(ALL);
		expect(await emitted(later)).toBeNull();
		expect(received()).toEqual(['pull', 'pull', 'pull', 'pull']);
	});
});

describe('a poll of Su fails', () => {
	const fail = (count: number, status: number) =>
		simulator.configure('su', { failNext: [{ target: 'api', count, kind: 'status', status }] });
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
			const trigger = start();
			fail(20, status);
			expect(await message(trigger)).toContain(words.split(' (')[0]);
			simulator.configure('su', { failNext: [] });
			expect(await emitted(start({}, trigger.staticData()))).toEqual(ALL);
		},
		30_000,
	);

	it('to acknowledge, and still emits what is new; the next one acknowledges all', async () => {
		const trigger = start();
		await trigger.poll();
		enqueue(hotelid, { reservation_notif_id: 'RN-NEW' });
		simulator.configure('su', { latencyMs: 30 });
		const polled = emitted(trigger);
		while (received().length === 1) await new Promise((done) => setTimeout(done, 2));
		fail(4, 500);
		expect(await polled).toEqual(['RN-NEW']);
		expect(await emitted(start({}, trigger.staticData()))).toBeNull();
		expect(received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3,RN-NEW');
	}, 30_000);

	it('for one property, and emits those of the others; without news the failure shows', async () => {
		const trigger = start({ hotelIds: `UNKNOWN, ${hotelid}` });
		expect(await emitted(trigger)).toEqual(ALL);
		const failure = await trigger.poll().catch((error: Error) => error);
		expect(failure).toMatchObject({
			message: 'Su: invalid hotel code (HTTP 200, code 400)',
			description: expect.stringContaining('Hotel ID: UNKNOWN.'),
		});
		expect(received().at(-1)).toBe('acknowledge RN-1,RN-2,RN-3');
	});

	it('before anything is sent where no property is named', async () => {
		expect(await message(start({ hotelIds: ' ' }))).toBe('Hotel IDs is empty');
		expect(simulator.log('su')).toEqual([]);
	});

	it('without the secret and without a guest in its words', async () => {
		simulator.configure('su', { failNext: [{ target: 'api', count: 9, kind: 'echo' }] });
		const failure = await start()
			.poll()
			.catch((error: Error) => error);
		const text = JSON.stringify(failure) + String((failure as Error).stack);
		expect(text).toContain('Request refused');
		expect(text).not.toContain(DEFAULT_ACCOUNTS.su.clientSecrets.sandbox);
	});
});
