import { UserError, type IDataObject } from 'n8n-workflow';
import { requiredChoice } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';
import { PROPERTIES } from './properties';
import { roomsFromFields, roomsFromJson } from './rooms';

const ONE_KB = 1024;
/** Document, "Rates and Availability", "Request Size Recommendation". */
const LARGEST_BODY_IN_KB = 512;

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

function assertNotTooLarge(body: IDataObject): void {
	const kilobytes = Buffer.byteLength(JSON.stringify(body)) / ONE_KB;
	if (kilobytes <= LARGEST_BODY_IN_KB) return;
	throw new UserError(
		`The push has ${Math.ceil(kilobytes)} KB; Su recommends ${LARGEST_BODY_IN_KB} KB at most`,
		{
			description:
				'Split it: send fewer rooms in one item, or join equal days into one range. Nothing was sent.',
		},
	);
}
