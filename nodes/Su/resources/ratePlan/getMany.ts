import type { Operation } from '../../../shared/provider';
import { entriesOf } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';

/** POST ratedetails (document, "Rate Plan Listing"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many rate plans',
	description: 'Get the rate plans of a property',
	properties: [HOTEL_ID],
	isRead: true,
	request: (parameters) => post('ratedetails', hotelIdOf(parameters)),
	items: (body) => entriesOf(body, 'rateplans'),
	list: { emptyCodes: ['939'] },
};
