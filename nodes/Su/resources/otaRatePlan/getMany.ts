import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { entriesOf } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';

/** POST OTARateplanPull (document, "OTA Rateplan Pull API"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many OTA rate plans',
	description: 'Get the rooms and rate plans that a channel (OTA) has for a property',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 19',
			description: "Su's number of the channel; Mapping: Get Many lists it as ChannelID",
		},
		{
			displayName: 'Channel Hotel ID',
			name: 'channelHotelId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 900001',
			description:
				'The ID of the property at the channel; Mapping: Get Many lists it as ChannelHotelID',
		},
	],
	isRead: true,
	request: (parameters) =>
		post('OTARateplanPull', hotelIdOf(parameters), {
			channelid: requiredId(parameters, 'channelId', 'Channel ID'),
			channelhotelid: requiredId(parameters, 'channelHotelId', 'Channel Hotel ID'),
		}),
	items: (body) => entriesOf(body, 'data'),
	list: {},
	simplify: ({
		roomtype_id,
		roomtypename,
		rateplan_id,
		rateplanname,
		type,
		mappedname,
		mappingformula,
	}) => ({
		roomtype_id,
		roomtypename,
		rateplan_id,
		rateplanname,
		type,
		mappedname,
		mappingformula,
	}),
};
