import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, query string followed by body, as sent)); signature added last to the query; timestamp ms.
 *
 * Source: https://github.com/binance/binance-spot-api-docs/blob/a5e0bc3/rest-api.md (SIGNED Endpoint Examples, HMAC Keys).
 */
export const binance: Preset = {
	value: 'binance',
	name: 'Binance Spot (HMAC)',
	baseUrl: 'https://api.binance.com',
	fields: [
		{
			name: 'apiKey',
			label: 'API Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Secret Key',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 'ms',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{query}{body}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'X-MBX-APIKEY',
				value: '{apiKey}',
			},
			{
				in: 'query',
				name: 'timestamp',
				value: '{timestamp}',
			},
			{
				in: 'query',
				name: 'signature',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
