import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(API secret, METHOD:path with sorted query:token:hex(SHA-256(body without any white
 * space)):ISO time with offset)); white space goes even inside values.
 *
 * Source: https://developer.bca.co.id/documentation/#signature (POST Example); the token by "OAuth 2.0"
 * of the same page.
 */
export const bca: Preset = {
	value: 'bca',
	name: 'BCA API',
	baseUrl: '',
	fields: [
		{ name: 'clientId', label: 'Client ID', kind: 'open' },
		{ name: 'clientSecret', label: 'Client Secret', kind: 'secret' },
		{ name: 'apiKey', label: 'API Key', kind: 'open', isMasked: true },
		{ name: 'secret', label: 'API Secret', kind: 'secret' },
	],
	recipe: {
		token: {
			request: {
				path: '/api/oauth/token',
				add: [
					{ in: 'basic', name: '{clientId}', value: '{clientSecret}' },
					{ in: 'body', name: 'grant_type', value: 'client_credentials' },
				],
			},
		},
		time: { format: 'YYYY-MM-DD[T]HH:mm:ss.SSSZZ', offset: 420 },
		params: { from: ['query'], encoding: 'rfc3986' },
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{method}:{path}{?query}?{params}{/query}:{token}:{body|nospace|sha256}:{timestamp}',
			},
		],
		add: [
			{ in: 'header', name: 'Authorization', value: 'Bearer {token}' },
			{ in: 'header', name: 'X-BCA-Key', value: '{apiKey}' },
			{ in: 'header', name: 'X-BCA-Timestamp', value: '{timestamp}' },
			{ in: 'header', name: 'X-BCA-Signature', value: '{signature}' },
		],
	},
	proof: 'example',
};
