import type { INodeProperties } from 'n8n-workflow';
import { SHOW_CARD_FIELDS } from '../../shared/card-fields';
import { BODY_AS_SENT } from '../../shared/trigger/notification';

/** The form of the Su Trigger. */
export const PUSH_PROPERTIES: INodeProperties[] = [
	{
		displayName:
			'Give the Production URL to Su as the address for pushed reservations, messages or reviews, together with the Push User and Push Password of the credential',
		name: 'urlNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		options: [
			{ name: 'Guest Messages', value: 'message' },
			{ name: 'Reservations', value: 'reservation' },
			{ name: 'Reviews', value: 'review' },
		],
		default: ['reservation'],
		description:
			'What starts the workflow. Anything else that Su pushes to this address is refused. With more than reservations, each item says in <code>kind</code> what it is.',
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description:
					'Acknowledges once n8n has stored it. One that then fails or crashes: retry it in the list of executions.',
			},
			{
				name: 'When Workflow Succeeds',
				value: 'lastNode',
				description:
					'Acknowledges after the last node. A booking whose workflow fails comes again, and most likely holds back others until then.',
			},
		],
		default: 'lastNode',
		description:
			'When to acknowledge. Bookings are at stake, so by default only when the workflow has done its work: Su then repeats what has failed, every 10 minutes, 3 times, and most likely pushes no other booking of that property meanwhile.',
	},
	SHOW_CARD_FIELDS,
	BODY_AS_SENT,
];
