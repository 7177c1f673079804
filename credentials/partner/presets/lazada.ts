import type { Preset } from '../preset';

const STEP = {
	name: 'signature',
	alg: 'hmac-sha256',
	key: '{secret}',
	text: '/{path:2-}{params}',
	output: 'HEX',
} as const;
const PARAMS = { leaveOut: ['sign'], pair: '{n}{v}', join: '' };

/**
 * HEX(HMAC-SHA256(secret, API path + sorted name+value, no separators)); query and form together, "sign"
 * left out; ms.
 *
 * Source: https://open.lazada.com/apps/doc/doc?nodeId=10400&docId=108069. A seller gives its first
 * refresh token by "Seller authorization"; that it is good for one use is our conclusion, as each
 * answer brings another one.
 */
export const lazada: Preset = {
	value: 'lazada',
	name: 'Lazada Open Platform',
	baseUrl: 'https://api.lazada.com',
	tokenUrl: 'https://auth.lazada.com/rest/auth/token/refresh',
	fields: [
		{ name: 'appKey', label: 'App Key', kind: 'open', isMasked: true },
		{ name: 'secret', label: 'App Secret', kind: 'secret' },
		{
			name: 'refreshToken',
			label: 'Refresh Token of the Seller',
			kind: 'secret',
			hint: 'The one of the seller authorization; newer ones are stored by themselves',
		},
	],
	recipe: {
		token: {
			refresh: {
				time: { format: 'ms' },
				params: PARAMS,
				steps: [STEP],
				add: [
					{ in: 'body', name: 'app_key', value: '{appKey}' },
					{ in: 'body', name: 'timestamp', value: '{timestamp}' },
					{ in: 'body', name: 'sign_method', value: 'sha256' },
					{ in: 'body', name: 'refresh_token', value: '{refreshToken}' },
					{ in: 'body', name: 'sign', value: '{signature}' },
				],
				isForOneUse: true,
			},
			refused: { path: 'code', values: ['IllegalAccessToken'] },
		},
		time: { format: 'ms' },
		params: PARAMS,
		steps: [STEP],
		add: [
			{ in: 'query', name: 'app_key', value: '{appKey}' },
			{ in: 'query', name: 'access_token', value: '{token}' },
			{ in: 'query', name: 'timestamp', value: '{timestamp}' },
			{ in: 'query', name: 'sign_method', value: 'sha256' },
			{ in: 'query', name: 'sign', value: '{signature}' },
		],
	},
	proof: 'example',
};
