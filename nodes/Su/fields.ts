import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { DAY_HINT } from '../shared/fields/day';
import { requiredId } from '../shared/fields/text';
import type { Parameters, RequestDescription } from '../shared/provider';

const LONGEST_HOTEL_ID = 20;

/** The field with which nearly every operation begins. */
export const HOTEL_ID: INodeProperties = {
	displayName: 'Hotel ID',
	name: 'hotelId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. TEST0001',
	description: 'The hotelid of the property; Property: Get Many lists it as propertyid',
};

/** The days of a range, both included; read by `dayRange`. */
export const FROM_AND_TO: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '={{ $today.toISODate() }}',
		required: true,
		description: 'First day. The time of day does not matter.',
		hint: DAY_HINT,
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '={{ $today.toISODate() }}',
		required: true,
		description: 'Last day, which is included. The time of day does not matter.',
		hint: DAY_HINT,
	},
];

/**
 * The same, shown only where another parameter has one of these values. Not marked as required: n8n
 * shows, and then demands, all that depends on a parameter with an expression. `dayRange` checks them.
 */
export function fromAndToWhere(show: Record<string, string[]>): INodeProperties[] {
	return FROM_AND_TO.map((field) => ({ ...field, required: undefined, displayOptions: { show } }));
}

/**
 * The parameter {@link HOTEL_ID}.
 *
 * @throws UserError where it is empty or longer than Su allows (document, "Room Type Listing")
 */
export function hotelIdOf(parameters: Parameters): string {
	const hotelId = requiredId(parameters, 'hotelId', 'Hotel ID');
	if (hotelId.length <= LONGEST_HOTEL_ID) return hotelId;
	throw new UserError(`Hotel ID is longer than ${LONGEST_HOTEL_ID} characters`, {
		description: 'Enter the ID of the property, not its name. Property: Get Many lists the IDs.',
	});
}

/**
 * A POST about one property. The rate limit holds for each property, which is its key.
 *
 * @param endpoint the last step of the path
 * @param body what is sent besides `hotelid`
 */
export function post(
	endpoint: string,
	hotelId: string,
	body: IDataObject = {},
): RequestDescription {
	return {
		method: 'POST',
		path: `/SUAPI/jservice/${endpoint}`,
		body: { hotelid: hotelId, ...body },
		rateLimitKey: hotelId,
	};
}

/** Whether a value is a JSON object: no list, not null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
