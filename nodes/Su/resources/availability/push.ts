import { requiredChoice } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';
import { assertNotTooLarge } from '../../size';
import { PROPERTIES } from './properties';
import { roomsFromFields, roomsFromJson } from './rooms';

/** POST availability (document, "Rates and Availability"). */
export const push: Operation = {
	value: 'push',
	name: 'Push',
	action: 'Push availability, rates and restrictions',
	description: 'Set rooms to sell, prices and restrictions of rooms for a range of days',
	properties: [HOTEL_ID, ...PROPERTIES],
	request: (parameters, _account, timezone) => {
		const hotelId = hotelIdOf(parameters);
		const input = requiredChoice(parameters, 'input', 'Specify Changes', ['fields', 'json']);
		const room =
			input === 'json'
				? roomsFromJson(parameters, hotelId, timezone)
				: roomsFromFields(parameters, timezone);
		assertNotTooLarge({ hotelid: hotelId, room });
		return { ...post('availability', hotelId, { room }), reference: `Property ${hotelId}` };
	},
	items: (body) => [succeeded(body)],
};
