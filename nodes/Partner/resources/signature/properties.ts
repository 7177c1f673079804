import type { INodeProperties } from 'n8n-workflow';
import { GENERIC_REQUEST_PROPERTIES } from '../../../shared/generic-request-properties';

const PATH_DESCRIPTION =
	"Path of the endpoint, or the whole address as the partner's example has it: nothing is sent";

/** The request that is looked at, as in the resource Request. */
export const REQUEST_PROPERTIES: INodeProperties[] = GENERIC_REQUEST_PROPERTIES.map((property) =>
	property.name === 'path' ? { ...property, description: PATH_DESCRIPTION } : property,
);

/** What each request has anew, fixed. */
export const FIXED_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Time',
		name: 'time',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1700000000',
		description:
			'Time of the request: seconds or milliseconds since 1970, or ISO 8601, UTC where no zone stands there. Leave empty for now.',
	},
	{
		displayName: 'Nonce',
		name: 'nonce',
		type: 'string',
		default: '',
		description: 'Value that each request has anew. Leave empty for a new one.',
	},
	{
		displayName: 'Token',
		name: 'token',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Access token, where the recipe has one. Without it a word stands in its place.',
	},
];
