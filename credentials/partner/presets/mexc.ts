import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, query + body, no separator)); lower case required.
 *
 * Source: https://mexcdevelop.github.io/apidocs/spot_v3_en/#signed-trade-and-user-data-request.
 */
export const mexc: Preset = {
	value: 'mexc',
	name: 'MEXC Spot V3',
	baseUrl: 'https://api.mexc.com',
	fields: [
		{
			name: 'apiKey',
			label: 'Access Key',
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
				name: 'X-MEXC-APIKEY',
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
