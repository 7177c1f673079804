import type { IDataObject } from 'n8n-workflow';
import { su } from '../../nodes/Su/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

beforeAll(() => jest.useFakeTimers({ now: Date.parse('2026-08-31T12:00:00Z') }));
afterAll(() => jest.useRealTimers());

const push = (parameters: IDataObject) =>
	operationOf(su, 'availability', 'push').request({ hotelId: 'H1', ...parameters }, {});

const RANGE = { from: '2026-09-01', to: '2026-09-30' };

describe('a push of one change', () => {
	const fields = (changes: IDataObject, more: IDataObject = {}) =>
		push({ input: 'fields', roomId: 'DBL', ...RANGE, changes, ...more });

	it.each<[string, IDataObject, IDataObject]>([
		['rooms to sell', { roomstosell: 0 }, { roomstosell: '0' }],
		[
			'a price, as the text that was typed',
			{ rateplanid: ' BAR ', prices: { price: [{ NumberOfGuests: 2, value: '99.50' }] } },
			{ rate: [{ rateplanid: 'BAR' }], price: [{ NumberOfGuests: '2', value: '99.50' }] },
		],
		[
			'restrictions',
			{
				rateplanid: 'BAR',
				closed: false,
				closedonarrival: true,
				closedondeparture: true,
				minimumstay: 2,
				maximumstay: 0,
			},
			{
				rate: [{ rateplanid: 'BAR' }],
				closed: '0',
				closedonarrival: '1',
				closedondeparture: '1',
				minimumstay: '2',
				maximumstay: '0',
			},
		],
		['empty fields left out', { roomstosell: 3, rateplanid: '', prices: {} }, { roomstosell: '3' }],
	])('%s', (_what, changes, sent) => {
		expect(fields(changes)).toEqual({
			method: 'POST',
			path: '/SUAPI/jservice/availability',
			body: { hotelid: 'H1', room: [{ roomid: 'DBL', date: [{ ...RANGE, ...sent }] }] },
			rateLimitKey: 'H1',
			reference: 'Property H1',
		});
	});

	it('may begin yesterday in UTC, which is today in the west', () => {
		expect(fields({ roomstosell: 1 }, { from: '2026-08-30T00:00:00' }).body).toMatchObject({
			room: [{ date: [{ from: '2026-08-30' }] }],
		});
	});

	const PRICED = { rateplanid: 'BAR' };
	it.each<[IDataObject, IDataObject, string]>([
		[{}, { roomId: '' }, 'Room ID is empty'],
		[{ roomstosell: 1 }, { from: '2026-08-29' }, 'From is in the past'],
		[{ roomstosell: 1 }, { to: '2026-08-31' }, 'To is before From'],
		[{ roomstosell: 1 }, { to: '2026-09-31' }, 'To is not a date'],
		[{}, {}, 'There is no change to send'],
		[{ rateplanid: 'BAR' }, {}, 'There is no change to send'],
		[{ roomstosell: -1 }, {}, 'Rooms to Sell must be a whole number of at least 0'],
		[{ roomstosell: 1.5 }, {}, 'Rooms to Sell must be a whole number of at least 0'],
		[{ minimumstay: 2 }, {}, 'Rate Plan ID is empty'],
		[{ closed: true }, {}, 'Rate Plan ID is empty'],
		[{ ...PRICED, minimumstay: 3, maximumstay: 2 }, {}, 'Maximum Stay is less than Minimum Stay'],
		[
			{ ...PRICED, prices: { price: [{ NumberOfGuests: 0, value: '1' }] } },
			{},
			'Prices 1: Number of Guests must be a whole number of at least 1',
		],
		...['9,50', '-1', '1e3', '€ 5', '0x10'].map((value): [IDataObject, IDataObject, string] => [
			{
				...PRICED,
				prices: {
					price: [
						{ NumberOfGuests: 1, value: '1' },
						{ NumberOfGuests: 2, value },
					],
				},
			},
			{},
			'Prices 2: Value is not an amount',
		]),
		[
			{ ...PRICED, prices: { price: [{ NumberOfGuests: 1, value: '' }] } },
			{},
			'Prices 1: Value is empty',
		],
	])('%j with %j is refused', (changes, more, message) => {
		const refusal = refusalOf(() => fields(changes, more));
		expect(refusal.message).toBe(message);
		expect(refusal.description).not.toBe('');
	});
});

describe('a push of many changes', () => {
	const json = (rooms: unknown) => push({ input: 'json', rooms: rooms as IDataObject });
	const room = (...date: IDataObject[]) => ({ roomid: 'DBL', date });
	const SOLD_OUT = { ...RANGE, roomstosell: '0' };

	it.each<[string, unknown]>([
		['a list', [room(SOLD_OUT)]],
		['text', JSON.stringify([room(SOLD_OUT)])],
		['a whole body', { hotelid: 'H1', room: [room(SOLD_OUT)] }],
		['numbers', [room({ ...RANGE, roomstosell: 0 })]],
	])('may be %s', (_what, rooms) => {
		expect(json(rooms).body).toEqual({ hotelid: 'H1', room: [room(SOLD_OUT)] });
	});

	it('keeps the order, and fields that only Su knows', () => {
		const change = { ...RANGE, rate: { rateplanid: 7 }, closed: true, extraadultrate: '5.00' };
		expect(json([{ ...room(change, SOLD_OUT), note: 'x' }, room(SOLD_OUT)]).body).toEqual({
			hotelid: 'H1',
			room: [
				{
					...room({ ...change, rate: [{ rateplanid: '7' }], closed: '1' }, SOLD_OUT),
					note: 'x',
				},
				room(SOLD_OUT),
			],
		});
	});

	it.each<[unknown, string]>([
		['[', 'Rooms (JSON) is not valid JSON'],
		['[]', 'Rooms (JSON) must be a list with at least one entry'],
		['{}', 'Rooms (JSON) must be a list with at least one entry'],
		['[5]', 'Rooms (JSON) must be a list with at least one entry'],
		[
			{ hotelid: 'H2', room: [room(SOLD_OUT)] },
			'Rooms (JSON) is for another property than Hotel ID',
		],
		[[{ date: [SOLD_OUT] }], 'Room 1: roomid is empty'],
		[[room(SOLD_OUT), room()], 'Room 2: date must be a list with at least one entry'],
		[[room(SOLD_OUT, { ...SOLD_OUT, from: '' })], 'Room 1, date 2: From is empty'],
		[[room({ ...SOLD_OUT, to: '2026-02-30' })], 'Room 1, date 1: To is not a date'],
		[[room({ ...SOLD_OUT, from: '2026-10-01' })], 'Room 1, date 1: To is before From'],
		[[room({ ...SOLD_OUT, from: '2020-01-01' })], 'Room 1, date 1: From is in the past'],
		[[room(RANGE)], 'Room 1, date 1: There is no change to send'],
		[[room({ ...RANGE, closed: '1' })], 'Room 1, date 1: Rate Plan ID is empty'],
		[
			[room({ ...RANGE, rate: [{ rateplanid: 'BAR' }], closed: 'yes' })],
			'Room 1, date 1: Closed must be 0 or 1',
		],
		[
			[room({ ...SOLD_OUT, rate: ['BAR'] })],
			'Room 1, date 1: Rate Plan ID must be a list of objects',
		],
	])('%j is refused', (rooms, message) => {
		const refusal = refusalOf(() => json(rooms));
		expect(refusal.message).toBe(message);
		expect(refusal.description).not.toBe('');
	});

	it('may have 512 KB, counted in bytes, and not more', () => {
		const note = (length: number) => [{ ...room(SOLD_OUT), note: 'ü'.repeat(length) }];
		const frame = Buffer.byteLength(JSON.stringify(json(note(0)).body));
		const most = (512 * 1024 - frame) / 2;
		expect(json(note(Math.floor(most)))).toBeDefined();
		expect(refusalOf(() => json(note(Math.floor(most) + 1)))).toEqual({
			message: 'The push has 513 KB; Su recommends 512 KB at most',
			description: expect.stringContaining('Split it'),
		});
	});
});
