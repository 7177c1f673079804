import type { Preset } from '../preset';

const STEP = {
	name: 'signature',
	alg: 'hmac-sha256',
	key: '{secret}',
	text: '{clientId}{token}{timestamp}{nonce}{method}\\n{body|sha256}\\n{?headers:area_id,call_id}{headers:area_id,call_id}\\n{/headers:area_id,call_id}\\n{path}{?query}?{params}{/query}',
	output: 'HEX',
} as const;

/**
 * HEX(HMAC-SHA256(secret, client ID + token + ms + nonce + METHOD \n hex(SHA256(body)) \n listed headers
 * \n path with sorted query)); the token request is signed in the same way, without a token.
 *
 * Source: https://developer.tuya.com/en/docs/iot/new-singnature; refusals by "Error codes" of the same
 * site, which come with HTTP 200.
 */
export const tuya: Preset = {
	value: 'tuya',
	name: 'Tuya Cloud',
	baseUrl: 'https://openapi.tuyaeu.com',
	fields: [
		{ name: 'clientId', label: 'Access ID', kind: 'open' },
		{ name: 'secret', label: 'Access Secret', kind: 'secret' },
	],
	recipe: {
		token: {
			request: {
				method: 'GET',
				path: '/v1.0/token?grant_type=1',
				time: { format: 'ms' },
				params: { from: ['query'] },
				steps: [STEP],
				add: [
					{ in: 'header', name: 'client_id', value: '{clientId}' },
					{ in: 'header', name: 't', value: '{timestamp}' },
					{ in: 'header', name: 'nonce', value: '{nonce}' },
					{ in: 'header', name: 'sign_method', value: 'HMAC-SHA256' },
					{ in: 'header', name: 'sign', value: '{signature}' },
				],
			},
			answer: { token: 'result.access_token', expires: 'result.expire_time' },
			refused: { path: 'code', values: ['1010', '1011', '1012'] },
		},
		time: { format: 'ms' },
		params: { from: ['query'] },
		steps: [STEP],
		add: [
			{ in: 'header', name: 'client_id', value: '{clientId}' },
			{ in: 'header', name: 'access_token', value: '{token}' },
			{ in: 'header', name: 't', value: '{timestamp}' },
			{ in: 'header', name: 'nonce', value: '{nonce}' },
			{ in: 'header', name: 'sign_method', value: 'HMAC-SHA256' },
			{
				in: 'header',
				name: 'Signature-Headers',
				value: '{?header:area_id}area_id:call_id{/header:area_id}',
			},
			{ in: 'header', name: 'sign', value: '{signature}' },
		],
	},
	proof: 'example',
};
