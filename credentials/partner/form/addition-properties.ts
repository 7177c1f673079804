import type { INodeProperties } from 'n8n-workflow';
import { SIGN_PARAMETERS } from '../labels';
import { PLACES } from './lists';
import { PARAMETER_LIST } from './parameter-list';

const CUSTOM = { scheme: ['custom'] };
const NAME = { displayName: 'Name', name: 'name', type: 'string', default: '' } as const;

/** What each request carries, and the list of parameters, which only some partners sign. */
export const ADDITION_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Add to Each Request',
		name: 'additions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Entry',
		default: { entry: [{ place: 'header', name: 'X-Signature', value: '{signature}' }] },
		hint: 'One entry for each header or parameter that the partner asks for, such as the ID, the time and the {signature}',
		displayOptions: { show: CUSTOM },
		options: [
			{
				displayName: 'Entry',
				name: 'entry',
				values: [
					{
						displayName: 'In',
						name: 'place',
						type: 'options',
						options: PLACES,
						default: 'header',
					},
					{ ...NAME, placeholder: 'e.g. X-Timestamp' },
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. {timestamp}',
					},
				],
			},
		],
	},
	{
		displayName: SIGN_PARAMETERS.label,
		name: SIGN_PARAMETERS.name,
		type: 'boolean',
		default: false,
		description: 'Whether {params} is a sorted list of the parameters, such as a=1&b=2',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: 'Parameter List',
		name: 'parameterList',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: { show: { ...CUSTOM, signParameters: [true] } },
		options: PARAMETER_LIST,
	},
];
