import type { INodeProperties } from 'n8n-workflow';

/** One list of names and values, as the query, the headers and a form body have it. */
const NAME_AND_VALUE: INodeProperties['options'] = [
	{
		displayName: 'Field',
		name: 'field',
		values: [
			{ displayName: 'Name', name: 'name', type: 'string', default: '' },
			{ displayName: 'Value', name: 'value', type: 'string', default: '' },
		],
	},
];

/** The parameters of the generic request, the same in every node. */
export const GENERIC_REQUEST_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: [
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
		default: 'GET',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. /api/orders',
		description:
			'Path of the endpoint, from the first slash on; the host comes from the credential',
	},
	{
		displayName: 'Query Type',
		name: 'queryType',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'fields',
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Query Field',
		default: {},
		displayOptions: { show: { queryType: ['fields'] } },
		options: NAME_AND_VALUE,
	},
	{
		displayName: 'Query (JSON)',
		name: 'queryJson',
		type: 'json',
		default: '{}',
		displayOptions: { show: { queryType: ['json'] } },
	},
	{
		displayName: 'Headers',
		name: 'headers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Header',
		default: {},
		options: NAME_AND_VALUE,
	},
	{
		displayName: 'Body Type',
		name: 'bodyType',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form' },
			{ name: 'JSON', value: 'json' },
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'text' },
		],
		default: 'none',
		displayOptions: { show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
	},
	{
		displayName: 'Body (JSON)',
		name: 'bodyJson',
		type: 'json',
		default: '{}',
		displayOptions: { show: { bodyType: ['json'], method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
	},
	{
		displayName: 'Body (Form)',
		name: 'bodyForm',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Form Field',
		default: {},
		displayOptions: { show: { bodyType: ['form'], method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
		options: NAME_AND_VALUE,
	},
	{
		displayName: 'Body (Text)',
		name: 'bodyText',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		displayOptions: { show: { bodyType: ['text'], method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
	},
];

/** Options that only the generic request has. */
export const GENERIC_REQUEST_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Full Response',
		name: 'fullResponse',
		type: 'boolean',
		default: false,
		description: 'Whether to output status and headers along with the body',
	},
	{
		displayName: 'Never Error',
		name: 'neverError',
		type: 'boolean',
		default: false,
		description:
			'Whether to output the answer whatever its status, also one that reports a failure',
	},
];
