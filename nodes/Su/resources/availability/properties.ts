import type { INodeProperties } from 'n8n-workflow';
import { fromAndToWhere } from '../../fields';

const ROOMS_EXAMPLE = JSON.stringify(
	[
		{
			roomid: 'DBL',
			date: [
				{ from: '2026-01-31', to: '2026-02-28', roomstosell: '3' },
				{
					from: '2026-01-31',
					to: '2026-02-28',
					rate: [{ rateplanid: 'BAR' }],
					price: [{ NumberOfGuests: '2', value: '99.50' }],
					closed: '0',
				},
			],
		},
	],
	null,
	2,
);

const PRICE: INodeProperties['options'] = [
	{
		displayName: 'Price',
		name: 'price',
		values: [
			{
				displayName: 'Number of Guests',
				name: 'NumberOfGuests',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 2,
			},
			{
				displayName: 'Value',
				name: 'value',
				type: 'string',
				default: '',
				placeholder: 'e.g. 99.50',
				description: 'Price of a night in the currency of the property',
			},
		],
	},
];

/** What a push can set for each of the days. */
export const CHANGES: INodeProperties[] = [
	{
		displayName: 'Closed',
		name: 'closed',
		type: 'boolean',
		default: true,
		description: 'Whether the room cannot be booked at this rate plan',
	},
	{
		displayName: 'Closed on Arrival',
		name: 'closedonarrival',
		type: 'boolean',
		default: true,
		description: 'Whether a stay at this rate plan cannot begin on these days',
	},
	{
		displayName: 'Closed on Departure',
		name: 'closedondeparture',
		type: 'boolean',
		default: true,
		description: 'Whether a stay at this rate plan cannot end on these days',
	},
	{
		displayName: 'Maximum Stay',
		name: 'maximumstay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description: 'How many nights a stay may have at most',
	},
	{
		displayName: 'Minimum Stay',
		name: 'minimumstay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'How many nights a stay must have at least',
	},
	{
		displayName: 'Prices',
		name: 'prices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Price',
		default: {},
		options: PRICE,
		description: 'What a night costs, by number of guests',
	},
	{
		displayName: 'Rate Plan ID',
		name: 'rateplanid',
		type: 'string',
		default: '',
		placeholder: 'e.g. BAR',
		description:
			'The rateplanid that Rate Plan: Get Many lists. Everything but Rooms to Sell needs it.',
	},
	{
		displayName: 'Rooms to Sell',
		name: 'roomstosell',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'How many rooms of this type can be booked on each of the days',
	},
];

const FIELDS_ONLY = { input: ['fields'] };

/**
 * The parameters of a push, besides the property. Those that depend on Input are not marked as
 * required: where it is an expression, n8n would demand those of both choices.
 */
export const PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Specify Changes',
		name: 'input',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields', description: 'One change of one room' },
			{ name: 'JSON', value: 'json', description: 'Many changes of many rooms' },
		],
		default: 'fields',
	},
	{
		displayName: 'Room ID',
		name: 'roomId',
		type: 'string',
		default: '',
		placeholder: 'e.g. DBL',
		description: 'The roomid that Room: Get Many lists; it must be filled in',
		displayOptions: { show: FIELDS_ONLY },
	},
	...fromAndToWhere(FIELDS_ONLY),
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'collection',
		placeholder: 'Add Change',
		default: {},
		options: CHANGES,
		description: 'What to set for each of the days. What is not added here stays as it is.',
		displayOptions: { show: FIELDS_ONLY },
	},
	{
		displayName: 'Rooms (JSON)',
		name: 'rooms',
		type: 'json',
		typeOptions: { rows: 12 },
		default: ROOMS_EXAMPLE,
		description:
			'A list of rooms; the one that is filled in is an example, its days are over. Each has a roomid and a list date of changes: from, to and what to set on these days. Flags are "0" or "1". The push may have 512 KB at most.',
		displayOptions: { show: { input: ['json'] } },
	},
];
