import type { Preset } from '../preset';

/**
 * The token request is signed: hex(HMAC-SHA256(secret, ms \n nonce \n)) in its query. Calls carry the
 * token.
 *
 * Source: https://docs.deribit.com/#authentication (shell example). The address is from memory. A
 * refusal comes as error 13009.
 */
export const deribit: Preset = {
	value: 'deribit',
	name: 'Deribit',
	baseUrl: 'https://www.deribit.com',
	fields: [
		{ name: 'clientId', label: 'Client ID', kind: 'open' },
		{ name: 'secret', label: 'Client Secret', kind: 'secret' },
	],
	recipe: {
		token: {
			request: {
				method: 'GET',
				path: '/api/v2/public/auth?grant_type=client_signature',
				time: { format: 'ms' },
				nonce: { format: 'letters', length: 8 },
				steps: [
					{
						name: 'signature',
						alg: 'hmac-sha256',
						key: '{secret}',
						text: '{timestamp}\\n{nonce}\\n',
					},
				],
				add: [
					{ in: 'query', name: 'client_id', value: '{clientId}' },
					{ in: 'query', name: 'timestamp', value: '{timestamp}' },
					{ in: 'query', name: 'nonce', value: '{nonce}' },
					{ in: 'query', name: 'signature', value: '{signature}' },
				],
			},
			answer: { token: 'result.access_token', expires: 'result.expires_in' },
			refused: { path: 'error.code', values: ['13009'] },
		},
		add: [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
	},
	proof: 'example',
};
