import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../labels';
import { TIME_UNITS } from './lists';

const CUSTOM = { scheme: ['custom'] };
const EVALUATED = { ignoreCredentialExpressionResolveError: true };

/** What else is checked: age, repeats, values that must agree. */
export const FURTHER_PROPERTIES: INodeProperties[] = [
	{
		displayName: LABELS.timestampFrom,
		name: 'timestampFrom',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. {header:x-timestamp}',
		hint: 'Where the time of the notification stands; {timestamp} where Looks Like reads it. Leave empty where the partner sends none, and no notification is too old then.',
		displayOptions: { show: CUSTOM, hide: { algorithm: ['jwt'] } },
	},
	{
		displayName: LABELS.timestampUnit,
		name: 'timestampUnit',
		type: 'options',
		options: TIME_UNITS,
		default: 's',
		displayOptions: { show: CUSTOM, hide: { algorithm: ['jwt'], timestampFrom: [''] } },
	},
	{
		displayName: LABELS.tolerance,
		name: 'tolerance',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300,
		description: 'How much older or newer than the clock of this machine a notification may be',
		displayOptions: { show: CUSTOM, hide: { algorithm: ['jwt'], timestampFrom: [''] } },
	},
	{
		displayName: LABELS.clockSkew,
		name: 'clockSkew',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'By how much the clocks may differ when exp and nbf of the JWT are checked',
		displayOptions: { show: { ...CUSTOM, algorithm: ['jwt'] } },
	},
	{
		displayName: LABELS.repeatId,
		name: 'repeatId',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. {header:webhook-id}',
		hint: 'What is the same when the partner sends a notification again: {param:id} for a field of the body, {header:x-id} for a header, {claim:jti} … Leave empty to compare what is signed.',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: 'Must Be Equal',
		name: 'checks',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Pair',
		default: {},
		hint: 'For what a signature alone does not say: {claim:body_hash} and {body|sha256}, for instance',
		displayOptions: { show: CUSTOM },
		options: [
			{
				displayName: 'Pair',
				name: 'entry',
				values: [
					{
						displayName: 'One',
						name: 'one',
						type: 'string',
						default: '',
						placeholder: 'e.g. {header:x-key-id}',
					},
					{
						displayName: 'Other',
						name: 'other',
						type: 'string',
						default: '',
						placeholder: 'e.g. {keyId}',
					},
				],
			},
		],
	},
];
