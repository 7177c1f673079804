import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { jsonObject } from '../shared/fields/json';
import { empty, optionalId } from '../shared/fields/text';
import type { Parameters, RequestDescription } from '../shared/provider';
import { hotelIdOf, post } from './fields';

/**
 * The field for a body whose shape is not known to us: the user writes it as Su's document has it.
 *
 * @param example of what can be sent, as JSON
 */
export function jsonField(
	name: string,
	displayName: string,
	example: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'json',
		typeOptions: { rows: 6 },
		default: '{}',
		placeholder: `e.g. ${example}`,
		description: `${description} Sent as it is, with hotelid added: its fields stand in Su's document and are not checked here`,
	};
}

/**
 * A POST of what a {@link jsonField} holds, with `hotelid`.
 *
 * @throws UserError naming the field where it is no JSON object, or for another property
 */
export function postJson(
	endpoint: string,
	parameters: Parameters,
	{ name, displayName }: INodeProperties,
): RequestDescription {
	const hotelId = hotelIdOf(parameters);
	const { hotelid, ...body } = jsonObject(parameters, name, displayName);
	assertSameHotel({ hotelid }, hotelId, displayName);
	return post(endpoint, hotelId, body);
}

/**
 * The same for a request that changes something.
 *
 * @param what it changes, to be looked for at Su should no answer come, e.g. `Messages`
 * @throws UserError also where the field holds nothing
 */
export function writeJson(
	endpoint: string,
	parameters: Parameters,
	field: INodeProperties,
	what: string,
): RequestDescription {
	const request = postJson(endpoint, parameters, field);
	if (Object.keys(request.body as IDataObject).length === 1) throw empty(field.displayName);
	return { ...request, reference: `${what} of property ${request.rateLimitKey}` };
}

/**
 * Refuses JSON that names another property than the field Hotel ID.
 *
 * @param label of the field with the JSON
 * @throws UserError naming both fields
 */
export function assertSameHotel({ hotelid }: IDataObject, hotelId: string, label: string): void {
	if (
		hotelid === undefined ||
		optionalId({ hotelid }, 'hotelid', `${label}: hotelid`) === hotelId
	) {
		return;
	}
	throw new UserError(`${label} is for another property than Hotel ID`, {
		description:
			'Remove hotelid from the JSON, or enter the same ID in Hotel ID. Nothing was sent.',
	});
}
