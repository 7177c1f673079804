import type { Operation, Parameters } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';
import { requiredIds } from '../../../shared/fields/list';

/** POST Reservation_notif (document, "Reservation Notification"). */
export const acknowledge: Operation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge reservations',
	description:
		'Tell Su that reservations have arrived, so that they leave the queue. Do this after you have stored them.',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Reservation Notification IDs',
			name: 'reservationNotifIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 155411226779361384952',
			description:
				'The reservation_notif_id of a reservation, several with commas between them, or a JSON list such as ["1", "2"]',
		},
	],
	request: (parameters) => {
		const ids = idsOf(parameters);
		const request = post('Reservation_notif', hotelIdOf(parameters), {
			reservation_notif: { reservation_notif_id: ids },
		});
		return { ...request, reference: `Reservation Notification IDs ${ids.join(', ')}` };
	},
	items: (body, { parameters }) => [
		{ ...succeeded(body), reservation_notif_id: idsOf(parameters) },
	],
};

function idsOf(parameters: Parameters): string[] {
	return requiredIds(parameters, 'reservationNotifIds', 'Reservation Notification IDs');
}
