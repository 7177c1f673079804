import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';
import { simplifyReservation } from '../../reservation';
import { reservationItems, SHOW_CARD_FIELDS_OPTION, showsCardFields } from './output';

/**
 * POST getReservation (document, "Refetch Booking"). Su hands out a booking five times at most, so
 * this is no read that may be repeated.
 */
export const refetch: Operation = {
	value: 'refetch',
	name: 'Refetch',
	action: 'Refetch a reservation',
	description:
		'Get the reservation of a booking again. Su hands out the same booking at most 5 times.',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Booking ID',
			name: 'bookingId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1134222_TEST0001',
			description:
				"The booking_id that Booking: Get Many lists: the channel's booking ID, an underscore and the Hotel ID",
		},
	],
	options: [SHOW_CARD_FIELDS_OPTION],
	isRead: false,
	request: (parameters) => {
		showsCardFields(parameters);
		const bookingid = requiredId(parameters, 'bookingId', 'Booking ID');
		const request = post('getReservation', hotelIdOf(parameters), { bookingid });
		return { ...request, reference: `Booking ID ${bookingid}` };
	},
	items: reservationItems,
	simplify: simplifyReservation,
};
