import type { INodeProperties } from 'n8n-workflow';

/** What the node cannot know of a partner. */
export const ANSWER_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Failure in the Answer',
		name: 'failure',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Rule',
		description: 'How an answer with status 200 tells that the request failed',
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'Status Path',
						name: 'statusPath',
						type: 'string',
						default: '',
						placeholder: 'e.g. result.code',
						description: 'Field of the answer that tells; dots lead into nested fields',
					},
					{
						displayName: 'Meaning',
						name: 'meaning',
						type: 'options',
						options: [
							{ name: 'Failure With These Values', value: 'failure' },
							{ name: 'Success With These Values Only', value: 'success' },
						],
						default: 'success',
					},
					{
						displayName: 'Values',
						name: 'values',
						type: 'string',
						default: '',
						placeholder: 'e.g. 0, ok',
						description:
							'With commas between them; upper and lower case are the same. For a failure it may be empty: then any value counts.',
					},
					{
						displayName: 'Message Path',
						name: 'messagePath',
						type: 'string',
						default: '',
						placeholder: 'e.g. result.message',
						description: "Field of the answer with the partner's words",
					},
				],
			},
		],
	},
	{
		displayName: 'Items Path',
		name: 'itemsPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.items',
		description:
			'Field of the answer that holds the list, one output item for each entry; dots lead into nested fields. An answer without it gives no item.',
	},
	{
		displayName: 'Requests per Time',
		name: 'rate',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Limit',
		description: 'How many requests the partner takes, counted for each credential',
		options: [
			{
				displayName: 'Limit',
				name: 'limit',
				values: [
					{
						displayName: 'Requests',
						name: 'requests',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 60,
					},
					{
						displayName: 'In Seconds',
						name: 'seconds',
						type: 'number',
						typeOptions: { minValue: 0.001 },
						default: 60,
					},
				],
			},
		],
	},
];
