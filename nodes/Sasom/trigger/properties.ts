import type { INodeProperties } from 'n8n-workflow';
import { POLL_OPTIONS } from '../../shared/trigger/poll';
import { PAGE_OPTIONS } from '../resources/pages';

/** The form of the SASOM Trigger. */
export const TRIGGER_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: [
			{
				name: 'Changed Order',
				value: 'changed',
				description: 'Any field of an order in process has another value than before',
			},
			{ name: 'New Order', value: 'new', description: 'An order is in process for the first time' },
		],
		default: ['changed', 'new'],
		required: true,
		description: 'What starts the workflow; all of it is remembered either way',
	},
	{
		displayName: 'Start With Existing Orders',
		name: 'startWithExisting',
		type: 'boolean',
		default: false,
		description:
			'Whether the first poll starts the workflow with all orders that are in process by then, instead of only remembering them',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			...PAGE_OPTIONS.filter(({ name }) => name === 'cursorField'),
			{
				displayName: 'Fields to Ignore',
				name: 'ignoredFields',
				type: 'string',
				default: '',
				placeholder: 'e.g. updated_at, views',
				description:
					'Fields, with commas between them, that change without meaning anything to you. An order in which nothing else has changed does not start the workflow.',
			},
			{
				displayName: 'Order ID Field',
				name: 'orderIdField',
				type: 'string',
				default: '',
				placeholder: 'e.g. order_id',
				description:
					'Field of an order that holds its ID. SASOM does not document its name. Leave empty to look for the usual names, such as order_id; an order with none of them counts as new when it changes.',
			},
			...POLL_OPTIONS,
		],
	},
];
