import type { INodeProperties } from 'n8n-workflow';

/** How a partner writes the parameters that it signs as one text. */
export const PARAMETER_LIST: INodeProperties[] = [
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
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
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
];
