import type { INodeProperties } from 'n8n-workflow';
import { TOKEN_PROPERTIES } from '../../token/access-token';
import { TEST_PATH } from '../labels';
import { PRESETS } from '../presets';
import { ADDITION_PROPERTIES } from './addition-properties';
import { HELPER_PROPERTIES } from './helper-properties';
import { RECIPE_PROPERTY, schemeProperty, unprovenNotice } from './scheme-properties';
import { SIGNATURE_PROPERTIES } from './signature-properties';
import { PARTNER_TOKEN_PROPERTIES } from './token-properties';
import { baseUrlProperties, valueProperties } from './value-properties';

/** The form of the credential: a preset shows what its partner gives out, Custom what its page explains. */
export const PARTNER_PROPERTIES: INodeProperties[] = [
	schemeProperty(PRESETS, 'How the partner wants requests to be signed'),
	unprovenNotice(PRESETS, 'Try it with a read first.'),
	...baseUrlProperties(),
	...valueProperties(),
	RECIPE_PROPERTY,
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
