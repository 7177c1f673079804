import type { INodeProperties } from 'n8n-workflow';
import { TOKEN_PROPERTIES } from '../../token/access-token';
import { RECIPE, SCHEME, TEST_PATH } from '../labels';
import { PRESETS } from '../presets';
import { ADDITION_PROPERTIES } from './addition-properties';
import { HELPER_PROPERTIES } from './helper-properties';
import { SIGNATURE_PROPERTIES } from './signature-properties';
import { PARTNER_TOKEN_PROPERTIES } from './token-properties';
import { baseUrlProperties, valueProperties } from './value-properties';

const UNPROVEN = PRESETS.filter(({ proof }) => proof === 'documentation');

/** The form of the credential: a preset shows what its partner gives out, Custom what its page explains. */
export const PARTNER_PROPERTIES: INodeProperties[] = [
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
		description: 'How the partner wants requests to be signed',
	},
	...notice(),
	...baseUrlProperties(),
	...valueProperties(),
	{
		displayName: RECIPE.label,
		name: RECIPE.name,
		type: 'json',
		typeOptions: { rows: 12 },
		default: '',
		required: true,
		displayOptions: { show: { scheme: ['json'] } },
	},
	...PARTNER_TOKEN_PROPERTIES,
	...SIGNATURE_PROPERTIES,
	...ADDITION_PROPERTIES,
	...HELPER_PROPERTIES,
	{
		displayName: TEST_PATH.label,
		name: TEST_PATH.name,
		type: 'string',
		typeOptions: { ignoreCredentialExpressionResolveError: true },
		default: '',
		placeholder: 'e.g. /v1/account',
		hint: 'What the connection test gets, signed: it must answer with success. Without it the test checks the fields and signs an example, and gets a token where there is one; it sends nothing else.',
	},
	...TOKEN_PROPERTIES,
];

function notice(): INodeProperties[] {
	if (UNPROVEN.length === 0) return [];
	return [
		{
			displayName:
				'By the documentation only: the partner publishes no example that proves this preset. Try it with a read first.',
			name: 'unproven',
			type: 'notice',
			default: '',
			displayOptions: { show: { scheme: UNPROVEN.map(({ value }) => value) } },
		},
	];
}
