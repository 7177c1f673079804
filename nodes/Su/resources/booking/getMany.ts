import type { IDataObject } from 'n8n-workflow';
import type { Operation, RequestDescription } from '../../../shared/provider';
import { entriesOf } from '../../answers';
import {
	assertWithinBookingPeriod,
	dayRange,
	firstWindow,
	fromUsDay,
	nextWindow,
	toUsDay,
	type DayRange,
} from '../../dates';
import { FROM_AND_TO, HOTEL_ID, hotelIdOf, post } from '../../fields';

/** Su gives no limit for one request; a month keeps the answers of large hotels small. */
const DAYS_PER_REQUEST = 31;

const [FROM, TO] = FROM_AND_TO;

/** POST Bookings (document, "List of Bookings"): by day of creation, in GMT. */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many bookings',
	description: 'Get the bookings that were made in a range of days within the last 6 months',
	properties: [
		HOTEL_ID,
		{
			...FROM,
			default: '={{ $today.minus({ days: 30 }).toISODate() }}',
			description:
				'First day on which the bookings were made, at most 6 months ago. The time of day does not matter.',
		},
		{
			...TO,
			description:
				'Last day on which the bookings were made, which is included. The time of day does not matter.',
		},
	],
	isRead: true,
	request: (parameters, _account, timezone) => {
		const range = dayRange(parameters, timezone);
		assertWithinBookingPeriod(range);
		return describe(hotelIdOf(parameters), firstWindow(range, DAYS_PER_REQUEST));
	},
	items: (body) => entriesOf(body, 'BookingDetails'),
	list: {
		next: ({ parameters, request, timezone }) => {
			const { date_to: sent } = request.body as IDataObject;
			const window = nextWindow(
				dayRange(parameters, timezone),
				fromUsDay(String(sent)),
				DAYS_PER_REQUEST,
			);
			return window && describe(hotelIdOf(parameters), window);
		},
	},
};

/** This endpoint alone names the property `Su_hotelid`. */
function describe(hotelId: string, { from, to }: DayRange): RequestDescription {
	return {
		...post('Bookings', hotelId),
		body: { Su_hotelid: hotelId, date_from: toUsDay(from), date_to: toUsDay(to) },
	};
}
