import type { Operation } from '../../../shared/provider';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';
import { simplifyReservation } from '../../reservation';
import { reservationItems, SHOW_CARD_FIELDS_OPTION, showsCardFields } from './output';

/** POST Reservation (document, "New/Modified/Requested/Cancelled Retrievals"). */
export const pull: Operation = {
	value: 'pull',
	name: 'Pull',
	action: 'Pull reservations',
	description:
		'Get the new, modified, requested and cancelled reservations that wait in the queue of a property. They wait until they are acknowledged, but no longer than an hour.',
	properties: [HOTEL_ID],
	options: [SHOW_CARD_FIELDS_OPTION],
	isRead: true,
	request: (parameters) => {
		showsCardFields(parameters);
		return post('Reservation', hotelIdOf(parameters));
	},
	items: reservationItems,
	list: {},
	simplify: simplifyReservation,
};
