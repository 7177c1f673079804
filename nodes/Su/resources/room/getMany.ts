import type { Operation } from '../../../shared/provider';
import { entriesOf } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';

/** POST roomdetails (document, "Room Type Listing"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many rooms',
	description: 'Get the room types of a property',
	properties: [HOTEL_ID],
	isRead: true,
	request: (parameters) => post('roomdetails', hotelIdOf(parameters)),
	items: (body) => entriesOf(body, 'rooms'),
	list: { emptyCodes: ['938'] },
};
