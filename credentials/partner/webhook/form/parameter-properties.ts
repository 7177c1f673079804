import type { INodeProperties } from 'n8n-workflow';
import { PARAMETER_LIST } from '../../form/parameter-list';
import { USE_PARAMETERS } from '../labels';

/** What only one who sends has, or has otherwise. */
const OF_REQUESTS = ['extra', 'from'];

/** The list of parameters, where a partner signs them in place of the body. */
export const PARAMETER_PROPERTIES: INodeProperties[] = [
	{
		displayName: USE_PARAMETERS.label,
		name: USE_PARAMETERS.name,
		type: 'boolean',
		default: false,
		description: 'Whether {params} is a sorted list of the parameters that came, such as a=1&b=2',
		displayOptions: { show: { scheme: ['custom'] } },
	},
	{
		displayName: 'Parameter List',
		name: 'parameterList',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: { show: { scheme: ['custom'], [USE_PARAMETERS.name]: [true] } },
		options: [
			...PARAMETER_LIST.filter(({ name }) => !OF_REQUESTS.includes(name)),
			{
				displayName: 'Parameters From',
				name: 'in',
				type: 'options',
				options: [
					{ name: 'Form', value: 'form' },
					{ name: 'JSON', value: 'json' },
					{ name: 'Query', value: 'query' },
				],
				default: 'form',
			},
			{
				displayName: 'Replace Characters',
				name: 'replaced',
				type: 'string',
				default: '',
				placeholder: 'e.g. &=',
				description: 'Characters in names and values that the partner replaces before it signs',
			},
			{
				displayName: 'Replace With',
				name: 'replacement',
				type: 'string',
				default: '_',
			},
		],
	},
];
