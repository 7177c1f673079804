import type { INodeProperties } from 'n8n-workflow';
import { SHOW_CARD_FIELDS } from '../../shared/card-fields';
import { POLL_OPTIONS } from '../../shared/trigger/poll';

/** The form of the Su Reservations Trigger. */
export const RESERVATIONS_TRIGGER_PROPERTIES: INodeProperties[] = [
	{
		displayName:
			'Su drops a reservation from its queue when it is not acknowledged within an hour. Poll more often than every hour, better every few minutes. By default a reservation is acknowledged when the workflow has ended, also where it has failed: retry the failed execution then, or choose Acknowledge: In the Workflow.',
		name: 'intervalNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Hotel IDs',
		name: 'hotelIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. TEST0001, TEST0002',
		description:
			'The hotelid of each property, with commas between them; the Su node, Property: Get Many, lists them as propertyid',
	},
	{
		displayName: 'Acknowledge',
		name: 'acknowledge',
		type: 'options',
		options: [
			{
				name: 'By This Trigger',
				value: 'trigger',
				description:
					'When the workflow has ended, also where it has failed. To try again, retry the failed execution.',
			},
			{
				name: 'In the Workflow',
				value: 'workflow',
				description:
					'With the Su node, Reservation: Acknowledge, when your workflow has done its work. What it does not acknowledge starts it again.',
			},
		],
		default: 'trigger',
		description: 'Who tells Su that a reservation has arrived, so that it leaves the queue',
	},
	{
		displayName: 'Repeat After (Minutes)',
		name: 'repeatAfter',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 55 },
		displayOptions: { show: { acknowledge: ['workflow'] } },
		default: 10,
		description:
			'How long the workflow may take to acknowledge a reservation, before that reservation starts it again. Su keeps it for an hour.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [SHOW_CARD_FIELDS, ...POLL_OPTIONS],
	},
];
