import type { INodeProperties } from 'n8n-workflow';
import { TOKEN_LABELS } from '../labels';
import { text, withToken } from './token-field';

/** Where the token is in the answer, when it ends, what else is true of it, and how a refusal looks. */
export const TOKEN_ANSWER_PROPERTIES: INodeProperties[] = [
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
];
