import type { INodeProperties } from 'n8n-workflow';
import { SIGN_PARAMETERS } from '../labels';
import { PLACES } from './lists';

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
		options: [
			{
				displayName: 'Between Pairs',
				name: 'join',
				type: 'string',
				default: '&',
			},
			{
				displayName: 'Escape',
				name: 'encoding',
				type: 'options',
				options: [
					{ name: 'As in a Form', value: 'form' },
					{ name: 'As in an Address (RFC 3986)', value: 'rfc3986' },
					{ name: 'Not', value: 'raw' },
				],
				default: 'raw',
			},
			{
				displayName: 'Further Pairs',
				name: 'extra',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Pair',
				default: {},
				description: 'Pairs that are signed and not sent',
				options: [
					{
						displayName: 'Pair',
						name: 'entry',
						values: [NAME, { displayName: 'Value', name: 'value', type: 'string', default: '' }],
					},
				],
			},
			{
				displayName: 'Leave Out',
				name: 'leaveOut',
				type: 'string',
				default: '',
				placeholder: 'e.g. sign, sign_type',
				description: 'Names that are not signed, with commas between them',
			},
			{
				displayName: 'Leave Out Empty Values',
				name: 'dropEmpty',
				type: 'boolean',
				default: false,
				description: 'Whether parameters without a value are not signed',
			},
			{
				displayName: 'Lists and Objects in JSON',
				name: 'nested',
				type: 'options',
				options: [
					{ name: 'Flatten', value: 'flatten' },
					{ name: 'Leave Out', value: 'leaveOut' },
					{ name: 'Write as JSON', value: 'stringify' },
				],
				default: 'leaveOut',
			},
			{
				displayName: 'Names',
				name: 'names',
				type: 'options',
				options: [
					{ name: 'As They Are', value: 'asis' },
					{ name: 'In Lower Case', value: 'lower' },
				],
				default: 'asis',
			},
			{
				displayName: 'Order',
				name: 'order',
				type: 'options',
				options: [
					{ name: 'As They Come', value: 'asis' },
					{ name: 'By Name', value: 'name' },
				],
				default: 'name',
			},
			{
				displayName: 'Pair',
				name: 'pair',
				type: 'string',
				default: '{n}={v}',
				description: 'How one pair is written: {n} is the name, {v} the value',
			},
			{
				displayName: 'Parameters From',
				name: 'from',
				type: 'multiOptions',
				options: [
					{ name: 'Form', value: 'form' },
					{ name: 'JSON', value: 'json' },
					{ name: 'Query', value: 'query' },
				],
				default: ['query', 'form'],
			},
		],
	},
];
