import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { TOKEN_LABELS, TOKEN_URL } from '../labels';
import { FIRST_REFRESH_TOKEN } from '../preset';
import { PRESETS } from '../presets';
import { ALGORITHMS, KEY_ENCODINGS, OUTPUTS } from './lists';

const evaluated = { ignoreCredentialExpressionResolveError: true };
const masked = { ...evaluated, password: true };

const withToken = (more: IDisplayOptions['show'] = {}): IDisplayOptions => ({
	show: { scheme: ['custom'], getToken: [true], ...more },
});

const place = (usual: string): INodeProperties => ({
	displayName: 'Place',
	name: 'place',
	type: 'options',
	options: [
		{ name: usual, value: 'asAbove' },
		{ name: 'Basic Authentication', value: 'basic' },
		{ name: 'Body Field', value: 'body' },
		{ name: 'Header', value: 'header' },
		{ name: 'Query', value: 'query' },
		{ name: 'Whole Body', value: 'wholebody' },
	],
	default: 'asAbove',
	description:
		'Basic Authentication takes the user as Name and the password as Value, such as {id} and {secret}',
});

const text = (name: string, displayName: string, more: Partial<INodeProperties> = {}) =>
	({ displayName, name, type: 'string', default: '', ...more }) as INodeProperties;

const entries = (...values: INodeProperties[]): Partial<INodeProperties> => ({
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	options: [{ displayName: 'Entry', name: 'entry', values }],
});

const fields = (name: 'tokenFields' | 'refreshFields', pairs: string[][]): INodeProperties => ({
	displayName: TOKEN_LABELS[name],
	name,
	type: 'fixedCollection',
	...entries(place('As Chosen Above'), text('name', 'Name'), text('value', 'Value')),
	placeholder: 'Add Field',
	default: { entry: pairs.map(([key, value]) => ({ place: 'asAbove', name: key, value })) },
});

/** The fields of Custom that describe its token, Token URL for all schemes with one, and the first refresh token. */
export const PARTNER_TOKEN_PROPERTIES: INodeProperties[] = [
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
	text('tokenPlace', TOKEN_LABELS.tokenPlace, {
		default: 'access_token',
		displayOptions: withToken(),
		hint: 'A field of the answer, such as data.token; header:X-Token for a header; body for the whole answer',
	}),
	{
		displayName: TOKEN_LABELS.tokenEnds,
		name: 'tokenEnds',
		type: 'options',
		options: [
			{ name: 'After Milliseconds in a Field', value: 'ms' },
			{ name: 'After Seconds in a Field', value: 's' },
			{ name: 'After the Same Time Always', value: 'fixed' },
			{ name: 'As the Token (a JWT) Says', value: 'jwt' },
			{ name: 'At a Date and Time in a Field', value: 'iso' },
			{ name: 'At Epoch Milliseconds in a Field', value: 'at-ms' },
			{ name: 'At Epoch Seconds in a Field', value: 'at-s' },
			{ name: 'Never', value: 'never' },
		],
		default: 's',
		displayOptions: withToken(),
		description: 'It is renewed before that',
	},
	text('tokenExpiryField', TOKEN_LABELS.tokenExpiryField, {
		default: 'expires_in',
		displayOptions: withToken({ tokenEnds: ['s', 'ms', 'at-s', 'at-ms', 'iso'] }),
	}),
	{
		displayName: TOKEN_LABELS.tokenLife,
		name: 'tokenLife',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 3600,
		displayOptions: withToken({ tokenEnds: ['fixed'] }),
	},
	{
		displayName: TOKEN_LABELS.oneLiveToken,
		name: 'oneLiveToken',
		type: 'boolean',
		default: false,
		displayOptions: withToken(),
		description:
			'Whether the partner keeps one token alive for each client. Then one process of n8n renews it, and the others wait.',
	},
	{
		displayName: TOKEN_LABELS.tokenLimit,
		name: 'tokenLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		displayOptions: withToken(),
		hint: 'How many tokens the partner hands out in a time; 0 for no limit. One in ten stays in reserve.',
	},
	{
		displayName: TOKEN_LABELS.tokenLimitMinutes,
		name: 'tokenLimitMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		displayOptions: { ...withToken(), hide: { tokenLimit: [0] } },
	},
	text('tokenRefusedStatuses', TOKEN_LABELS.tokenRefusedStatuses, {
		default: '401',
		displayOptions: withToken(),
		placeholder: 'e.g. 401, 403',
		hint: 'HTTP statuses with which the partner refuses a token that has ended',
	}),
	text('tokenRefusedField', TOKEN_LABELS.tokenRefusedField, {
		displayOptions: withToken(),
		placeholder: 'e.g. code',
		hint: 'Where an answer with any other status, such as 200, may refuse the token',
	}),
	text('tokenRefusedValues', TOKEN_LABELS.tokenRefusedValues, {
		displayOptions: { ...withToken(), hide: { tokenRefusedField: [''] } },
		placeholder: 'e.g. 1010, 1011',
	}),
	{
		displayName: TOKEN_LABELS.useRefreshToken,
		name: 'useRefreshToken',
		type: 'boolean',
		default: false,
		displayOptions: withToken(),
		description:
			'Whether a token comes with a refresh token, with which the next one is asked for. Where that is refused, the token is asked for anew.',
	},
	...[withToken({ useRefreshToken: [true] }), { show: { scheme: ['json'] } }].map(
		(displayOptions) =>
			text(FIRST_REFRESH_TOKEN.name, FIRST_REFRESH_TOKEN.label, {
				typeOptions: masked,
				displayOptions,
				hint: 'Optional: the first one, if the partner gives it to you by hand. {refreshToken} is the newest.',
			}),
	),
	text('refreshTokenField', TOKEN_LABELS.refreshTokenField, {
		default: 'refresh_token',
		displayOptions: withToken({ useRefreshToken: [true] }),
	}),
	text('refreshPath', TOKEN_LABELS.refreshPath, {
		displayOptions: withToken({ useRefreshToken: [true] }),
		placeholder: 'e.g. /oauth/refresh',
		hint: 'Only where it is another one than that of Token URL',
	}),
	{
		...fields('refreshFields', [
			['grant_type', 'refresh_token'],
			['refresh_token', '{refreshToken}'],
			['client_id', '{id}'],
			['client_secret', '{secret}'],
		]),
		displayOptions: withToken({ useRefreshToken: [true] }),
	},
	{
		displayName: TOKEN_LABELS.refreshIsForOneUse,
		name: 'refreshIsForOneUse',
		type: 'boolean',
		default: false,
		displayOptions: withToken({ useRefreshToken: [true] }),
		description:
			'Whether the partner takes each refresh token once only. Then no token is used before the next refresh token is stored.',
	},
];
