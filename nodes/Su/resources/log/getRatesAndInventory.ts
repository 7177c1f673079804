import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { assertNotPast, assertNotTooFarAhead, dayRange } from '../../dates';
import { FROM_AND_TO, HOTEL_ID, hotelIdOf, post } from '../../fields';
import { dayItems } from './items';

/** POST invratedetails (document, "Rates & Inventory Logs (Future Date)"). */
export const getRatesAndInventory: Operation = {
	value: 'getRatesAndInventory',
	name: 'Get Rates and Inventory',
	action: 'Get rates and inventory of a room',
	description:
		'Get what Su has stored for one room and rate plan, day by day, up to 730 days ahead',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Room ID',
			name: 'roomId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. DBL',
			description: 'The roomid that Room: Get Many lists',
		},
		{
			displayName: 'Rate Plan ID',
			name: 'ratePlanId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. BAR',
			description: 'The rateplanid that Rate Plan: Get Many lists',
		},
		...FROM_AND_TO,
	],
	isRead: true,
	request: (parameters, _account, timezone) => {
		const date = dayRange(parameters, timezone);
		assertNotPast(date);
		assertNotTooFarAhead(date);
		return post('invratedetails', hotelIdOf(parameters), {
			roomid: requiredId(parameters, 'roomId', 'Room ID'),
			rateplanid: requiredId(parameters, 'ratePlanId', 'Rate Plan ID'),
			date: { ...date },
		});
	},
	items: dayItems,
	list: {},
};
