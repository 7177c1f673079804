import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, METHOD + path with query + expires + body)); expires = seconds, in the future.
 *
 * Source: https://www.bitmex.com/app/apiKeysUsage (worked examples).
 */
export const bitmex: Preset = {
	value: 'bitmex',
	name: 'BitMEX',
	baseUrl: 'https://www.bitmex.com',
	fields: [
		{
			name: 'apiKey',
			label: 'API Key ID',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'API Key Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 's',
			shift: 60,
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{method}{pathAndQuery}{timestamp}{body}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'api-key',
				value: '{apiKey}',
			},
			{
				in: 'header',
				name: 'api-expires',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'api-signature',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
