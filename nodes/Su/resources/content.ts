import type { Operation } from '../../shared/provider';
import { succeeded } from '../answers';
import { HOTEL_ID } from '../fields';
import { jsonField, writeJson } from '../json-body';

/**
 * Creates or updates a part of a property's content; which of the two, Su decides by its ID.
 *
 * @param what in Title Case, e.g. `Rate Plan`
 * @param endpoint of Su's OTA messages
 * @param example of a body; its fields are not known to us
 */
function createOrUpdate(what: string, endpoint: string, example: string): Operation {
	const words = what.toLowerCase();
	const name = words.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase());
	const field = jsonField(`${name}Json`, `${what} (JSON)`, example, `The whole ${words}.`);
	return {
		value: 'createOrUpdate',
		name: 'Create or Update',
		action: `Create or update a ${words}`,
		description: `Create a ${words}, or change one that exists`,
		properties: [HOTEL_ID, field],
		request: (parameters) => writeJson(endpoint, parameters, field, `${what}s`),
		items: (body) => [succeeded(body)],
	};
}

export const createOrUpdateProperty = createOrUpdate(
	'Property',
	'OTA_HotelDescriptiveContentNotif',
	'{"hotelname": "Hotel One"}',
);
export const createOrUpdateRoom = createOrUpdate('Room', 'OTA_HotelRoom', '{"roomid": "DBL"}');
export const createOrUpdateRatePlan = createOrUpdate(
	'Rate Plan',
	'OTA_HotelRatePlan',
	'{"rateplanid": "BAR"}',
);
