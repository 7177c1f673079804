import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { run } from './nodes';

// A simulator of its own for each test: after 27 tokens the credential asks the same address for no
// more.
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const hotelId = DEFAULT_ACCOUNTS.su.hotelid;
const MAPPED = `${hotelId}-MAPPED`;
const CARD = '4111111111111111';

const inDays = (days: number) =>
	new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const usDay = (day: string) => `${day.slice(5)}-${day.slice(0, 4)}`;

/** What a user sees. */
async function output(parameters: IDataObject): Promise<IDataObject[]> {
	const items = await run(simulator, 'su', { hotelId, ...parameters });
	return items.map(({ json }) => json);
}

/** What Su received, the tokens aside. */
const received = () =>
	simulator
		.log('su')
		.filter(({ outcome }) => outcome !== 'mint')
		.map(({ method, url, body }) => ({
			route: `${method} ${url.replace('/SUAPI/jservice/', '')}`,
			body: JSON.parse(Buffer.from(body, 'base64').toString() || 'null') as unknown,
		}));

const failure = async (parameters: IDataObject) =>
	await output(parameters).then(
		() => 'It succeeded',
		(error: Error) => error.message,
	);

describe('Properties, rooms and rate plans', () => {
	it.each<[string, IDataObject, object[], string]>([
		[
			'property',
			{},
			[{ propertyid: hotelId, roomcount: '2' }, { propertyid: MAPPED }],
			'GET pmsproperty',
		],
		['room', {}, [{ roomid: 'DBL', quantity: '10' }, { roomid: 'SGL' }], 'POST roomdetails'],
		['ratePlan', { limit: 2 }, [{ rateplanid: 'BAR' }, { rateplanid: 'NRF' }], 'POST ratedetails'],
	])('%s: Get Many', async (resource, more, items, route) => {
		const found = await output({ resource, operation: 'getMany', ...more });
		expect(found).toHaveLength(items.length);
		expect(found).toMatchObject(items);
		const body = route.startsWith('GET') ? null : { hotelid: hotelId };
		expect(received()).toEqual([{ route, body }]);
	});

	const remove = { resource: 'property', operation: 'delete' };

	it('Delete: the property is gone', async () => {
		expect(await output({ ...remove, hotelIdAgain: hotelId })).toEqual([
			{ deleted: true, hotelid: hotelId },
		]);
		expect(received()).toEqual([{ route: 'POST RemoveProperty', body: { hotelid: hotelId } }]);
		const left = await output({ resource: 'property', operation: 'getMany' });
		expect(left.map(({ propertyid }) => propertyid)).toEqual([MAPPED]);
	});

	it('Delete: sends nothing unless the ID was typed twice', async () => {
		expect(await failure({ ...remove, hotelIdAgain: MAPPED })).toBe(
			'Hotel ID and Hotel ID Again are not the same',
		);
		expect(received()).toEqual([]);
	});

	it('Delete: says that the property is mapped', async () => {
		expect(await failure({ ...remove, hotelId: MAPPED, hotelIdAgain: MAPPED })).toBe(
			'Su: This Property Have Mapping With Channels (HTTP 200, code 953)',
		);
	});
});

describe('Availability: Push', () => {
	const push = { resource: 'availability', operation: 'push' };
	const range = { from: inDays(1), to: inDays(3) };

	it('one change, which the log then shows', async () => {
		const changes = {
			rateplanid: 'BAR',
			roomstosell: 4,
			closed: false,
			minimumstay: 2,
			prices: { price: [{ NumberOfGuests: 2, value: '99.50' }] },
		};
		const answer = await output({ ...push, input: 'fields', roomId: 'DBL', ...range, changes });
		expect(answer).toEqual([{ Status: 'Success' }]);
		const date = {
			...range,
			rate: [{ rateplanid: 'BAR' }],
			roomstosell: '4',
			closed: '0',
			minimumstay: '2',
			price: [{ NumberOfGuests: '2', value: '99.50' }],
		};
		expect(received()).toEqual([
			{
				route: 'POST availability',
				body: { hotelid: hotelId, room: [{ roomid: 'DBL', date: [date] }] },
			},
		]);
		const [log] = await output({
			resource: 'log',
			operation: 'getRatesAndInventory',
			roomId: 'DBL',
			ratePlanId: 'BAR',
			...range,
		});
		expect(log).toMatchObject({
			date: range.from,
			roomid: 'DBL',
			inventory: '4',
			rateplan: { BAR: { minimumstay: '2', rate: [{ guest: '2', rate: '99.50' }] } },
		});
	});

	it('many changes', async () => {
		const room = ['DBL', 'SGL'].map((roomid) => ({ roomid, date: [{ ...range, roomstosell: 0 }] }));
		const answer = await output({ ...push, input: 'json', rooms: JSON.stringify(room) });
		expect(answer).toEqual([{ Status: 'Success' }]);
		expect(received()[0].body).toMatchObject({
			room: [{ roomid: 'DBL', date: [{ roomstosell: '0' }] }, { roomid: 'SGL' }],
		});
	});

	it.each([
		['an unknown room', [{ roomid: 'XXX', date: [{ ...range, roomstosell: 0 }] }], /code 859/],
		[
			'an unknown rate plan',
			[{ roomid: 'DBL', date: [{ ...range, rate: [{ rateplanid: 'X' }], closed: 1 }] }],
			/code 863/,
		],
	])('%s', async (_what, rooms, message) => {
		const parameters = { ...push, input: 'json', rooms: rooms as unknown as IDataObject };
		expect(await failure(parameters)).toMatch(message);
	});
});

describe('Reservations', () => {
	const of = (operation: string, more: IDataObject = {}) => ({
		resource: 'reservation',
		operation,
		...more,
	});

	it('Pull: one item for each, flat or wrapped, with what most workflows need', async () => {
		const items = await output(of('pull'));
		expect(items).toEqual(
			['new', 'modified', 'cancelled'].map((status, at) => ({
				reservation_notif_id: `RN-${at + 1}`,
				id: `BK-${at + 1}_${hotelId}`,
				status,
				channel: '19',
				guest: `Guest ${['One', 'Two', 'Three'][at]}`,
				arrival_date: inDays(30 - at),
				departure_date: inDays(32 - at),
				roomids: ['DBL'],
				totalprice: '200.10',
				currencycode: 'EUR',
			})),
		);
		expect(received()).toEqual([{ route: 'POST Reservation', body: { hotelid: hotelId } }]);
	});

	it('Pull: all fields, those of cards masked', async () => {
		const items = await output(of('pull', { simplify: false }));
		expect(items.map(({ customer }) => customer)).toMatchObject([
			{ last_name: 'One', cc_number: '***', cc_cvc: '***', cc_expiration_date: '***' },
			{ last_name: 'Two', cc_number: '***' },
			{ last_name: 'Three', cc_number: '***' },
		]);
		expect(JSON.stringify(items)).not.toContain(CARD);
	});

	it('Pull: card fields where they are asked for', async () => {
		const options = { showCardFields: true };
		const [first] = await output(of('pull', { simplify: false, options }));
		expect(first.customer).toMatchObject({ cc_number: CARD, cc_cvc: '123' });
		expect(JSON.stringify(await output(of('pull', { options })))).not.toContain(CARD);
	});

	it('Pull: what has arrived since, and nothing from an empty queue', async () => {
		const other = { hotelId: MAPPED };
		expect(await output(of('pull', other))).toEqual([]);
		simulator.act('su', 'enqueue', { hotelid: MAPPED, isWrapped: true, status: 'cancelled' });
		expect(await output(of('pull', other))).toMatchObject([{ status: 'cancelled' }]);
	});

	it.each([
		['one', 'RN-1', ['RN-1'], ['RN-2', 'RN-3']],
		['several', 'RN-1, RN-3', ['RN-1', 'RN-3'], ['RN-2']],
		['a JSON list', '["RN-2"]', ['RN-2'], ['RN-1', 'RN-3']],
	])('Acknowledge: %s', async (_what, reservationNotifIds, sent, left) => {
		expect(await output(of('acknowledge', { reservationNotifIds }))).toEqual([
			{ Status: 'Success', reservation_notif_id: sent },
		]);
		expect(received()).toEqual([
			{
				route: 'POST Reservation_notif',
				body: { hotelid: hotelId, reservation_notif: { reservation_notif_id: sent } },
			},
		]);
		const waiting = await output(of('pull'));
		expect(waiting.map((each) => each.reservation_notif_id)).toEqual(left);
	});

	it('Acknowledge: says that there is no such reservation', async () => {
		expect(await failure(of('acknowledge', { reservationNotifIds: 'RN-9' }))).toBe(
			'Su: Reservation Not Found (HTTP 200, code 950)',
		);
	});

	it('Refetch: one that has long left the queue, cards masked, at most five times', async () => {
		const refetch = of('refetch', { bookingId: `BK-4_${hotelId}`, simplify: false });
		const [first, ...more] = await output(refetch);
		expect(more).toEqual([]);
		expect(first).toMatchObject({ reservation_notif_id: 'RN-4', customer: { cc_cvc: '***' } });
		expect(received()).toEqual([
			{ route: 'POST getReservation', body: { hotelid: hotelId, bookingid: `BK-4_${hotelId}` } },
		]);
		for (let at = 2; at <= 5; at += 1) await output(refetch);
		expect(await failure(refetch)).toBe('Su: Limit has been reached. (HTTP 200, code 548)');
	});

	it('Refetch: is never repeated by itself', async () => {
		simulator.configure('su', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 500 }],
		});
		await failure(of('refetch', { bookingId: `BK-4_${hotelId}` }));
		expect(received()).toHaveLength(1);
	});

	it('Refetch: says that there is no such booking', async () => {
		expect(await failure(of('refetch', { bookingId: 'X' }))).toBe('Su: Not found (HTTP 200)');
	});
});

describe('Bookings: Get Many', () => {
	const bookings = { resource: 'booking', operation: 'getMany', returnAll: true };

	it('asks month by month', async () => {
		const items = await output({ ...bookings, from: inDays(-120), to: inDays(0) });
		const ids = items.map(({ booking_id }) => booking_id);
		expect(ids).toEqual([5, 4, 1, 2, 3].map((at) => `BK-${at}_${hotelId}`));
		const windows = [
			[-120, -90],
			[-89, -59],
			[-58, -28],
			[-27, 0],
		];
		expect(received()).toEqual(
			windows.map(([from, to]) => ({
				route: 'POST Bookings',
				body: {
					Su_hotelid: hotelId,
					date_from: usDay(inDays(from)),
					date_to: usDay(inDays(to)),
				},
			})),
		);
	});

	it('stops as soon as there are enough', async () => {
		const parameters = {
			...bookings,
			returnAll: false,
			limit: 1,
			from: inDays(-120),
			to: inDays(0),
		};
		expect(await output(parameters)).toHaveLength(1);
		expect(received()).toHaveLength(1);
	});

	it('says that the property does not exist', async () => {
		const parameters = { ...bookings, hotelId: 'NOBODY', from: inDays(-1), to: inDays(0) };
		expect(await failure(parameters)).toBe('Su: invalid hotel code (HTTP 200, code 400)');
	});
});

describe('Mappings and OTA rate plans', () => {
	const mappings = { resource: 'mapping', operation: 'getMany' };
	const plans = { resource: 'otaRatePlan', operation: 'getMany', channelId: '19' };

	it('Mapping: one item for each channel', async () => {
		expect(await output(mappings)).toMatchObject([
			{ channelid: '19', ChannelHotelID: '900001', RoomIDs: ['DBL'] },
			{ channelid: '244', ChannelHotelID: '900002' },
		]);
		expect(received()).toEqual([{ route: 'POST mappings', body: { hotelid: hotelId } }]);
	});

	it('Mapping: of one channel', async () => {
		expect(await output({ ...mappings, channelId: '244' })).toMatchObject([{ channelid: '244' }]);
		expect(received()[0].body).toEqual({ hotelid: hotelId, channelid: '244' });
	});

	it('OTA Rate Plan: simplified or whole', async () => {
		const [simple] = await output({ ...plans, channelHotelId: '900001' });
		expect(simple).toMatchObject({ type: 'manageable', rateplanname: 'Breakfast' });
		expect(Object.keys(simple)).toHaveLength(7);
		const [whole] = await output({ ...plans, channelHotelId: '900001', simplify: false });
		expect(Object.keys(whole)).toHaveLength(11);
		expect(received()[0]).toEqual({
			route: 'POST OTARateplanPull',
			body: { hotelid: hotelId, channelid: '19', channelhotelid: '900001' },
		});
	});

	it('OTA Rate Plan: a failure in lower case is one', async () => {
		expect(await failure({ ...plans, channelHotelId: '1' })).toBe(
			'Su: channel mapping not found (HTTP 200, code 573)',
		);
	});
});

describe('Logs', () => {
	const bulk = { resource: 'log', operation: 'getBulkRatesAndInventory', returnAll: true };

	it('Get Rates and Inventory: a range of two years in one request', async () => {
		const items = await output({
			resource: 'log',
			operation: 'getRatesAndInventory',
			roomId: 'SGL',
			ratePlanId: 'NRF',
			from: inDays(0),
			to: inDays(730),
			returnAll: true,
		});
		expect(items).toHaveLength(731);
		expect(items[730]).toMatchObject({ date: inDays(730), roomid: 'SGL', inventory: '10' });
		expect(received()).toEqual([
			{
				route: 'POST invratedetails',
				body: {
					hotelid: hotelId,
					roomid: 'SGL',
					rateplanid: 'NRF',
					date: { from: inDays(0), to: inDays(730) },
				},
			},
		]);
	});

	it('Get Bulk Rates and Inventory: 90 days at a time, every day once', async () => {
		const items = await output({ ...bulk, period: 'dateRange', from: inDays(0), to: inDays(199) });
		const expected = Array.from({ length: 200 }, (_, at) => inDays(at));
		const ofRoom = (id: string) =>
			items.filter(({ roomid }) => roomid === id).map(({ date }) => date);
		expect(ofRoom('DBL')).toEqual(expected);
		expect(ofRoom('SGL')).toEqual(expected);
		const sent = received().map(({ body }) => (body as IDataObject).date);
		expect(sent).toEqual([
			{ from: inDays(0), to: inDays(89) },
			{ from: inDays(90), to: inDays(179) },
			{ from: inDays(180), to: inDays(199) },
		]);
	});

	it('Get Bulk Rates and Inventory: a full year in one request', async () => {
		expect(await output({ ...bulk, period: 'fullYear' })).toHaveLength(2 * 365);
		expect(received()).toEqual([
			{ route: 'POST BulkARIdetails', body: { hotelid: hotelId, fullyear: '1' } },
		]);
	});

	it('Get Bulk Rates and Inventory: a property that does not exist', async () => {
		const parameters = { ...bulk, hotelId: 'NOBODY', period: 'fullYear' };
		expect(await failure(parameters)).toBe('Su: invalid hotel code (HTTP 200, code 400)');
	});
});

it('A failed item does not stop the others with Continue On Fail', async () => {
	const items = [{ id: hotelId }, { id: 'NOBODY' }, { id: MAPPED }];
	const parameters = { resource: 'room', operation: 'getMany', hotelId: '={{ $json.id }}' };
	const answers = await run(simulator, 'su', parameters, { items, continueOnFail: true });
	const failed = answers.filter(({ json }) => json.error);
	expect(failed).toHaveLength(1);
	expect(failed[0].pairedItem).toEqual({ item: 1 });
	expect(answers).toHaveLength(5);
});
