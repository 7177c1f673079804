import type { INodeProperties } from 'n8n-workflow';
import { TOKEN_LABELS } from '../labels';
import { FIRST_REFRESH_TOKEN } from '../preset';
import { fields, masked, text, withToken } from './token-field';

/** Refresh tokens; the first one may also be filled in for a recipe. */
export const REFRESH_PROPERTIES: INodeProperties[] = [
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
