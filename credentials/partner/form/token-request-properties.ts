import type { INodeProperties } from 'n8n-workflow';
import { TOKEN_LABELS, TOKEN_URL } from '../labels';
import { PRESETS } from '../presets';
import { ALGORITHMS, KEY_ENCODINGS, OUTPUTS } from './lists';
import { entries, evaluated, fields, text, withToken } from './token-field';

/** How a token is asked for; Token URL is there for all schemes with one. */
export const TOKEN_REQUEST_PROPERTIES: INodeProperties[] = [
	{
		displayName: TOKEN_LABELS.getToken,
		name: 'getToken',
		type: 'boolean',
		default: false,
		displayOptions: { show: { scheme: ['custom'] } },
		description:
			'Whether the partner hands out short-lived access tokens. They are requested, renewed and shared by themselves; {token} is the token in everything below.',
	},
	text(TOKEN_URL.name, TOKEN_URL.label, {
		typeOptions: evaluated,
		displayOptions: withToken(),
		required: true,
		placeholder: 'e.g. /oauth/token',
		hint: 'A path at the Base URL, or a whole https address. The secrets go there.',
	}),
	text(TOKEN_URL.name, TOKEN_URL.label, {
		typeOptions: evaluated,
		displayOptions: {
			show: {
				scheme: ['json', ...PRESETS.filter(({ recipe }) => recipe.token).map(({ value }) => value)],
			},
		},
		placeholder: 'e.g. https://auth.example.com/oauth/token',
		hint: 'Only where tokens are asked for elsewhere than usual: a path at the Base URL, or a whole https address',
	}),
	{
		displayName: TOKEN_LABELS.tokenMethod,
		name: 'tokenMethod',
		type: 'options',
		options: ['GET', 'POST', 'PUT'].map((method) => ({ name: method, value: method })),
		default: 'POST',
		displayOptions: withToken(),
	},
	{
		displayName: TOKEN_LABELS.tokenSendAs,
		name: 'tokenSendAs',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form' },
			{ name: 'JSON', value: 'json' },
			{ name: 'Query', value: 'query' },
		],
		default: 'form',
		displayOptions: withToken(),
	},
	{
		...fields('tokenFields', [
			['grant_type', 'client_credentials'],
			['client_id', '{id}'],
			['client_secret', '{secret}'],
		]),
		displayOptions: withToken(),
		description: 'What the request for a token carries. Here, and only here, secrets travel.',
	},
	{
		displayName: TOKEN_LABELS.signTokenRequest,
		name: 'signTokenRequest',
		type: 'boolean',
		default: false,
		displayOptions: withToken(),
		description:
			'Whether something has to be signed, hashed or made into a JWT for the token request',
	},
	{
		displayName: TOKEN_LABELS.tokenSteps,
		name: 'tokenSteps',
		type: 'fixedCollection',
		...entries(
			text('name', 'Name', {
				default: 'signature',
				description: 'By which Token Fields refer to it',
			}),
			{
				displayName: 'Algorithm',
				name: 'algorithm',
				type: 'options',
				options: [...ALGORITHMS, { name: 'None: A Text', value: 'text' }],
				default: 'hmac-sha256',
			},
			text('key', 'Key', { default: '{secret}' }),
			{
				displayName: 'Key Encoding',
				name: 'keyEncoding',
				type: 'options',
				options: KEY_ENCODINGS,
				default: 'text',
			},
			text('text', 'Text', { typeOptions: { rows: 2 }, placeholder: 'e.g. {id}|{timestamp}' }),
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				options: OUTPUTS,
				default: 'hex',
			},
			text('header', 'JWT Header'),
		),
		placeholder: 'Add Signature',
		default: {},
		displayOptions: withToken({ signTokenRequest: [true] }),
	},
];
