import type { IDataObject } from 'n8n-workflow';
import { su } from '../../nodes/Su/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

// The last day of a month, six months after a month that has no such day.
beforeAll(() => jest.useFakeTimers({ now: Date.parse('2026-08-31T12:00:00Z') }));
afterAll(() => jest.useRealTimers());
const HOTEL = { hotelId: ' H1 ' };
const days = (from: string, to: string) => ({ from, to });
const LOG = { ...HOTEL, roomId: ' DBL ', ratePlanId: '2655:4158' };

describe('a Su operation', () => {
	it.each<[string, string, IDataObject, string]>([
		['room', 'getMany', { hotelId: ' ' }, 'Hotel ID is empty'],
		['room', 'getMany', { hotelId: 'x'.repeat(21) }, 'Hotel ID is longer than 20 characters'],
		['property', 'delete', { ...HOTEL, hotelIdAgain: '' }, 'Hotel ID Again is empty'],
		[
			'property',
			'delete',
			{ ...HOTEL, hotelIdAgain: 'h1' },
			'Hotel ID and Hotel ID Again are not the same',
		],
		['reservation', 'refetch', { ...HOTEL, bookingId: '' }, 'Booking ID is empty'],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: ', ' },
			'Reservation Notification IDs is empty',
		],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: '[]' },
			'Reservation Notification IDs is empty',
		],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: '["1"' },
			'Reservation Notification IDs is not valid JSON',
		],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: '["1", 155411226779361384952]' },
			'Reservation Notification IDs has a number with too many digits',
		],
		[
			'reservation',
			'acknowledge',
			{ ...HOTEL, reservationNotifIds: [{ id: 1 }] },
			'Reservation Notification IDs: ID 1 must be text',
		],
		[
			'booking',
			'getMany',
			{ ...HOTEL, ...days('2026-02-26', '2026-08-31') },
			'From is more than 6 months ago',
		],
		[
			'booking',
			'getMany',
			{ ...HOTEL, ...days('2026-08-01', '2026-09-02') },
			'To is in the future',
		],
		['booking', 'getMany', { ...HOTEL, ...days('2026-08-02', '2026-08-01') }, 'To is before From'],
		['booking', 'getMany', { ...HOTEL, ...days('2026-06-31', '2026-07-01') }, 'From is not a date'],
		['booking', 'getMany', { ...HOTEL, ...days('2026-06-30', '') }, 'To is empty'],
		[
			'log',
			'getRatesAndInventory',
			{ ...LOG, ...days('2026-08-29', '2026-09-01') },
			'From is in the past',
		],
		[
			'log',
			'getRatesAndInventory',
			{ ...LOG, ...days('2026-08-31', '2028-09-01') },
			'To is more than 730 days ahead',
		],
		[
			'log',
			'getRatesAndInventory',
			{ ...LOG, ratePlanId: '', ...days('2026-08-31', '2026-09-01') },
			'Rate Plan ID is empty',
		],
		[
			'log',
			'getBulkRatesAndInventory',
			{ ...HOTEL, period: 'dateRange', ...days('2026-08-29', '2026-09-01') },
			'From is in the past',
		],
		[
			'log',
			'getBulkRatesAndInventory',
			{ ...HOTEL, period: 'dateRange', ...days('2026-08-31', '2028-09-01') },
			'To is more than 730 days ahead',
		],
		[
			'otaRatePlan',
			'getMany',
			{ ...HOTEL, channelId: '19', channelHotelId: '' },
			'Channel Hotel ID is empty',
		],
	])('%s: %s refuses %j', (resource, name, parameters, message) => {
		const refusal = refusalOf(() => operationOf(su, resource, name).request(parameters, {}));
		expect(refusal.message).toBe(message);
		expect(refusal.description).not.toBe('');
	});
});
