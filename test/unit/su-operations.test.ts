import type { IDataObject } from 'n8n-workflow';
import { su } from '../../nodes/Su/provider';
import type { RequestDescription } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';

// The last day of a month, six months after a month that has no such day.
beforeAll(() => jest.useFakeTimers({ now: Date.parse('2026-08-31T12:00:00Z') }));
afterAll(() => jest.useRealTimers());
const HOTEL = { hotelId: ' H1 ' };
const days = (from: string, to: string) => ({ from, to });

const described = (endpoint: string, body: IDataObject = {}) => ({
	method: 'POST',
	path: `/SUAPI/jservice/${endpoint}`,
	body: { hotelid: 'H1', ...body },
	rateLimitKey: 'H1',
});

const BOOKINGS = (from: string, to: string) => ({
	...described('Bookings'),
	body: { Su_hotelid: 'H1', date_from: from, date_to: to },
});

const ask = (resource: string, name: string, parameters: IDataObject) =>
	operationOf(su, resource, name).request(parameters, {});

describe('the request of a Su operation', () => {
	const acknowledged = (...ids: string[]) => ({
		...described('Reservation_notif', { reservation_notif: { reservation_notif_id: ids } }),
		reference: `Reservation Notification IDs ${ids.join(', ')}`,
	});
	const LOG = { ...HOTEL, roomId: ' DBL ', ratePlanId: '2655:4158' };

	it.each<[string, string, IDataObject, object]>([
		['property', 'getMany', {}, { method: 'GET', path: '/SUAPI/jservice/pmsproperty' }],
		[
			'property',
			'delete',
			{ ...HOTEL, hotelIdAgain: 'H1' },
			{ ...described('RemoveProperty'), reference: 'Property H1' },
		],
		['room', 'getMany', HOTEL, described('roomdetails')],
		[
			'room',
			'getMany',
			{ hotelId: 12 },
			{ ...described('roomdetails'), body: { hotelid: '12' }, rateLimitKey: '12' },
		],
		['ratePlan', 'getMany', HOTEL, described('ratedetails')],
		['reservation', 'pull', HOTEL, described('Reservation')],
		[
			'reservation',
			'refetch',
			{ ...HOTEL, bookingId: ' 1134222_H1 ' },
			{
				...described('getReservation', { bookingid: '1134222_H1' }),
				reference: 'Booking ID 1134222_H1',
			},
		],
		['reservation', 'acknowledge', { ...HOTEL, reservationNotifIds: ' 1 ' }, acknowledged('1')],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: '155411226779361384952, 2,,2' },
			acknowledged('155411226779361384952', '2'),
		],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: ' ["155411226779361384952", 2]' },
			acknowledged('155411226779361384952', '2'),
		],
		['reservation', 'acknowledge', { ...HOTEL, reservationNotifIds: ['a'] }, acknowledged('a')],
		['reservation', 'acknowledge', { ...HOTEL, reservationNotifIds: 7 }, acknowledged('7')],
		[
			'booking',
			'getMany',
			{ ...HOTEL, ...days('2026-08-30T23:00:00.000+13:00', '2026-08-31 10:00:00') },
			BOOKINGS('08-30-2026', '08-31-2026'),
		],
		[
			'booking',
			'getMany',
			{ ...HOTEL, ...days('2026-02-27', '2026-09-01') },
			BOOKINGS('02-27-2026', '03-29-2026'),
		],
		['mapping', 'getMany', { ...HOTEL, channelId: '' }, described('mappings')],
		['mapping', 'getMany', { ...HOTEL, channelId: 19 }, described('mappings', { channelid: '19' })],
		[
			'log',
			'getRatesAndInventory',
			{ ...LOG, ...days('2026-08-30', '2028-08-31') },
			described('invratedetails', {
				roomid: 'DBL',
				rateplanid: '2655:4158',
				date: days('2026-08-30', '2028-08-31'),
			}),
		],
		[
			'log',
			'getBulkRatesAndInventory',
			{ ...HOTEL, period: 'dateRange', ...days('2026-09-01', '2026-11-29') },
			described('BulkARIdetails', { date: days('2026-09-01', '2026-11-29') }),
		],
		[
			'log',
			'getBulkRatesAndInventory',
			{ ...HOTEL, period: 'dateRange', ...days('2026-09-01', '2026-11-30') },
			described('BulkARIdetails', { date: days('2026-09-01', '2026-11-29') }),
		],
		[
			'log',
			'getBulkRatesAndInventory',
			{ ...HOTEL, period: 'fullYear', from: '', to: '' },
			described('BulkARIdetails', { fullyear: '1' }),
		],
		[
			'otaRatePlan',
			'getMany',
			{ ...HOTEL, channelId: '19', channelHotelId: '900001' },
			described('OTARateplanPull', { channelid: '19', channelhotelid: '900001' }),
		],
	])('%s: %s with %j', (resource, name, parameters, expected) => {
		expect(ask(resource, name, parameters)).toEqual(expected);
	});

	it('may be sent again where it only reads, but never to refetch a reservation', () => {
		const operations = su.resources
			.filter(({ value }) => value !== 'request')
			.flatMap(({ value, operations: of }) =>
				of.map((each) => [`${value}: ${each.value}`, 'isRead' in each && each.isRead === true]),
			);
		expect(Object.fromEntries(operations)).toEqual({
			'availability: push': false,
			'booking: getMany': true,
			'inventoryControl: push': false,
			'log: getBulkRatesAndInventory': true,
			'log: getRatesAndInventory': true,
			'mapping: getMany': true,
			'message: downloadAttachment': true,
			// Perhaps the address at which messages are sent, too.
			'message: getMany': false,
			'message: send': false,
			'message: sendAttachment': false,
			'otaRatePlan: getMany': true,
			'property: activate': false,
			'property: createOrUpdate': false,
			'property: deactivate': false,
			'property: delete': false,
			// A GET is a read by itself.
			'property: getMany': false,
			'ratePlan: createOrUpdate': false,
			'ratePlan: getMany': true,
			'report: invalidCard': false,
			'report: noShow': false,
			'reservation: acknowledge': false,
			'reservation: pull': true,
			'reservation: refetch': false,
			'review: getMany': true,
			'review: reply': false,
			'room: createOrUpdate': false,
			'room: getMany': true,
		});
	});
});

it('Su takes 5,000 requests an hour for each property', () => {
	expect(su.rateLimit).toEqual({ requests: 5000, perMilliseconds: 60 * 60 * 1000 });
});

it.each<[string, unknown, string | undefined]>([
	['a property in the resource Request', '{"hotelid":"H1"}', 'H1'],
	['a property of the logs', '{"Su_hotelid":"H1"}', 'H1'],
	['another body', '[1]', undefined],
	['no body', undefined, undefined],
])('the limit counts by property: %s', (_what, body, key) => {
	const request = { method: 'POST', path: '/x', body } as RequestDescription;
	expect(su.rateLimitKey?.(request)).toBe(key);
});
