import { UserError, type IDataObject } from 'n8n-workflow';
import type { Asked } from '../../nodes/shared/provider';
import { su } from '../../nodes/Su/provider';
import { operationOf } from './operation-of';

// The last day of a month, six months after a month that has no such day.
beforeAll(() => jest.useFakeTimers({ now: Date.parse('2026-08-31T12:00:00Z') }));
afterAll(() => jest.useRealTimers());
const HOTEL = { hotelId: ' H1 ' };
const days = (from: string, to: string) => ({ from, to });

describe('the requests of a range that is longer than one of them may be', () => {
	/** All requests of a list, as the loop would send them. */
	function pagesOf(resource: string, name: string, parameters: IDataObject): IDataObject[] {
		const operation = operationOf(su, resource, name);
		const bodies: IDataObject[] = [];
		let request: ReturnType<typeof operation.request> | undefined = operation.request(
			parameters,
			{},
		);
		while (request) {
			bodies.push(request.body as IDataObject);
			request = operation.list?.next?.({ parameters, request, body: {}, items: [] });
		}
		return bodies;
	}

	it('are months for bookings', () => {
		const parameters = { ...HOTEL, ...days('2026-06-15', '2026-08-31') };
		const sent = pagesOf('booking', 'getMany', parameters);
		expect(sent.map(({ date_from, date_to }) => [date_from, date_to])).toEqual([
			['06-15-2026', '07-15-2026'],
			['07-16-2026', '08-15-2026'],
			['08-16-2026', '08-31-2026'],
		]);
		expect(sent.every(({ Su_hotelid }) => Su_hotelid === 'H1')).toBe(true);
	});

	it('are 90 days for the bulk log, over the end of a leap year too', () => {
		const parameters = { ...HOTEL, period: 'dateRange', ...days('2027-12-01', '2028-06-01') };
		expect(pagesOf('log', 'getBulkRatesAndInventory', parameters)).toEqual([
			{ hotelid: 'H1', date: days('2027-12-01', '2028-02-28') },
			{ hotelid: 'H1', date: days('2028-02-29', '2028-05-28') },
			{ hotelid: 'H1', date: days('2028-05-29', '2028-06-01') },
		]);
	});

	it('are no more than one for a full year', () => {
		const parameters = { ...HOTEL, period: 'fullYear' };
		expect(pagesOf('log', 'getBulkRatesAndInventory', parameters)).toHaveLength(1);
	});

	it('go on where the first day has become a past one meanwhile', () => {
		const parameters = { ...HOTEL, period: 'dateRange', ...days('2026-01-01', '2026-04-01') };
		const request = {
			method: 'POST' as const,
			path: '/',
			body: { date: days('2026-01-01', '2026-03-31') },
		};
		const { list } = operationOf(su, 'log', 'getBulkRatesAndInventory');
		expect(list?.next?.({ parameters, request, body: {}, items: [] })?.body).toEqual({
			hotelid: 'H1',
			date: days('2026-04-01', '2026-04-01'),
		});
	});
});

describe('the items of a Su operation', () => {
	const asked = (parameters: IDataObject = {}): Asked => ({
		parameters: { ...HOTEL, options: {}, ...parameters },
		request: { method: 'POST', path: '/' },
	});
	const itemsOf = (resource: string, name: string, body: unknown, parameters?: IDataObject) =>
		operationOf(su, resource, name).items?.(body, asked(parameters));
	const day = (inventory: string) => ({ inventory, rateplan: { BAR: { stopsell: false } } });

	it.each<[string, string, unknown, unknown]>([
		['property', 'getMany', { properties: [{ propertyid: '1' }] }, [{ propertyid: '1' }]],
		['property', 'getMany', { properties: null }, []],
		['property', 'delete', { Status: 'Success' }, [{ deleted: true, hotelid: 'H1' }]],
		['room', 'getMany', { rooms: [{ roomid: 'DBL' }, null, 'x'] }, [{ roomid: 'DBL' }]],
		['room', 'getMany', {}, []],
		['room', 'getMany', { Status: 'Success', Message: 'No rooms' }, []],
		['ratePlan', 'getMany', { Status: 'Fail', Errors: { Code: '939' } }, []],
		['availability', 'push', { Status: 'Success', Ruid: 'x' }, [{ Status: 'Success', Ruid: 'x' }]],
		['reservation', 'pull', {}, []],
		['reservation', 'pull', { reservations: [] }, []],
		['reservation', 'pull', { reservations: null, message: 'none' }, []],
		['reservation', 'pull', { Status: 'Success', Message: 'No reservations' }, []],
		['ratePlan', 'getMany', { rateplans: [{ rateplanid: 'BAR' }] }, [{ rateplanid: 'BAR' }]],
		['booking', 'getMany', { BookingDetails: [{ booking_id: '1_H1' }] }, [{ booking_id: '1_H1' }]],
		[
			'mapping',
			'getMany',
			{
				'9': [{ ChannelID: '9' }, { ChannelID: '9', ChannelHotelID: '2' }],
				'244': [{}],
				Status: 'Success',
			},
			[
				{ channelid: '9', ChannelID: '9' },
				{ channelid: '9', ChannelID: '9', ChannelHotelID: '2' },
				{ channelid: '244' },
			],
		],
		['mapping', 'getMany', { '9': { ChannelID: '9' } }, [{ channelid: '9', ChannelID: '9' }]],
		['mapping', 'getMany', [], []],
		['mapping', 'getMany', { '9': [] }, []],
		['mapping', 'getMany', { Status: 'Success' }, []],
		[
			'log',
			'getBulkRatesAndInventory',
			{ '2026-09-01': { DBL: day('1'), SGL: day('2') }, '2026-09-02': { DBL: day('3') } },
			[
				{ date: '2026-09-01', roomid: 'DBL', ...day('1') },
				{ date: '2026-09-01', roomid: 'SGL', ...day('2') },
				{ date: '2026-09-02', roomid: 'DBL', ...day('3') },
			],
		],
		['log', 'getBulkRatesAndInventory', [], []],
		['log', 'getBulkRatesAndInventory', { '2026-09-01': null }, []],
		[
			'log',
			'getRatesAndInventory',
			{ '2026-09-01': day('1') },
			[{ date: '2026-09-01', ...day('1') }],
		],
		[
			'log',
			'getRatesAndInventory',
			{ '2026-09-01': { DBL: '1' } },
			[{ date: '2026-09-01', roomid: 'DBL', inventory: '1' }],
		],
		['log', 'getRatesAndInventory', { roomid: 'DBL', log: [] }, [{ roomid: 'DBL', log: [] }]],
		['otaRatePlan', 'getMany', { status: 'Success', data: [{ type: 'a' }] }, [{ type: 'a' }]],
	])('%s: %s from %j', (resource, name, body, items) => {
		expect(itemsOf(resource, name, body)).toEqual(items);
	});

	it('acknowledge: the answer, and what was acknowledged', () => {
		const parameters = { reservationNotifIds: '1, 2' };
		expect(itemsOf('reservation', 'acknowledge', { Status: 'Success' }, parameters)).toEqual([
			{ Status: 'Success', reservation_notif_id: ['1', '2'] },
		]);
	});

	it.each(['pull', 'refetch'])('%s: cards are masked unless they are asked for', (name) => {
		const customer = { cc_number: '4111111111111111', last_name: 'One' };
		const body = { reservations: [{ reservation: { id: '1', customer } }] };
		expect(itemsOf('reservation', name, body)).toEqual([
			{ id: '1', customer: { cc_number: '***', last_name: 'One' } },
		]);
		expect(itemsOf('reservation', name, body, { options: { showCardFields: true } })).toEqual([
			{ id: '1', customer },
		]);
	});

	it('OTA rate plans have fewer fields where they are simplified', () => {
		const plan = { roomtype_id: '1', rateplan_id: '2', type: 'manageable', is_child: '' };
		expect(operationOf(su, 'otaRatePlan', 'getMany').simplify?.(plan)).toEqual({
			roomtype_id: '1',
			rateplan_id: '2',
			type: 'manageable',
		});
	});

	it.each(
		su.resources
			.filter(({ value }) => value !== 'request')
			.flatMap(({ value, operations }) => operations.map((each) => [value, each.value] as const))
			// A file may be of any kind, a web page too.
			.filter(([, name]) => name !== 'downloadAttachment'),
	)('%s: %s are objects whatever comes back, or there is a clear error', (resource, name) => {
		const parameters = { reservationNotifIds: '1' };
		for (const body of ['', '<html></html>', null, 5, [], [5], {}, { data: 5, rooms: {} }]) {
			let items: unknown[] = [];
			try {
				items = itemsOf(resource, name, body, parameters) ?? [];
			} catch (error) {
				expect(error).toBeInstanceOf(UserError);
			}
			for (const item of items) expect(item).toEqual(expect.any(Object));
		}
		expect(() => itemsOf(resource, name, '<html></html>', parameters)).toThrow(UserError);
	});
});

describe('a failure of the OTA rate plans, in lower case', () => {
	it.each<[unknown, object | undefined]>([
		[
			{ status: 'Fail', errors: [{ Code: '573', ShortText: 'No mapping' }] },
			{ message: 'No mapping', code: '573' },
		],
		[{ status: 'Failed', message: 'Not found' }, { message: 'Not found' }],
		[{ status: 'fail', error: 'No mapping' }, { message: 'No mapping' }],
		[{ status: 'Success', data: [] }, undefined],
		[{ status: 'new', reservation_notif_id: '1' }, undefined],
	])('%j', (body, failure) => {
		expect(su.failure({ status: 200, headers: {}, body })).toEqual(failure);
	});
});
