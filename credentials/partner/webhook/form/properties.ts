import type { INodeProperties } from 'n8n-workflow';
import { choiceProperty, FURTHER_VALUES, propertyOf } from '../../form/value-properties';
import { RECIPE, SCHEME } from '../labels';
import { VALUES } from '../preset';
import { PRESETS } from '../presets';
import { ANSWER_PROPERTIES } from './answer-properties';
import { FURTHER_PROPERTIES } from './further-properties';
import { HANDSHAKE_PROPERTIES } from './handshake-properties';
import { PARAMETER_PROPERTIES } from './parameter-properties';
import { SIGNATURE_PROPERTIES } from './signature-properties';

const UNPROVEN = PRESETS.filter(({ proof }) => proof === 'documentation');

/** The form of the credential: a preset asks for what its partner gives out, Custom for what its page explains. */
export const WEBHOOK_PROPERTIES: INodeProperties[] = [
	{
		displayName: SCHEME.label,
		name: SCHEME.name,
		type: 'options',
		options: [
			{
				name: 'Custom',
				value: 'custom',
				description: "Fill in what the partner's page says, field by field",
			},
			{
				name: 'Recipe (JSON)',
				value: 'json',
				description: 'Paste a recipe that somebody else has written',
			},
			...PRESETS.map(({ name, value }) => ({ name, value })),
		],
		default: 'custom',
		description: 'How the partner signs its webhooks',
	},
	{
		displayName:
			'By the documentation only: the partner publishes no example that proves this preset. Look at the first notification before you rely on it.',
		name: 'unproven',
		type: 'notice',
		default: '',
		displayOptions: { show: { scheme: UNPROVEN.map(({ value }) => value) } },
	},
	...VALUES.map((field) => propertyOf(field, ['custom', 'json'])),
	...PRESETS.flatMap(({ value, fields, choices = [] }) => [
		...fields.map((field) => propertyOf(field, [value])),
		...choices.map((choice) => choiceProperty(choice, value)),
	]),
	FURTHER_VALUES,
	{
		displayName: RECIPE.label,
		name: RECIPE.name,
		type: 'json',
		typeOptions: { rows: 12 },
		default: '',
		required: true,
		displayOptions: { show: { scheme: ['json'] } },
	},
	...SIGNATURE_PROPERTIES,
	...PARAMETER_PROPERTIES,
	...FURTHER_PROPERTIES,
	...HANDSHAKE_PROPERTIES,
	...ANSWER_PROPERTIES,
];
