import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA512(secret, METHOD \n path \n query as sent \n hex(SHA512(body)) \n seconds)); empty body: hash of the empty string.
 *
 * Source: https://www.gate.io/docs/developers/apiv4/ (API Signature string generation, key "key", secret "secret"). The address is from memory.
 */
export const gate: Preset = {
	value: 'gate',
	name: 'Gate API V4',
	baseUrl: 'https://api.gateio.ws',
	fields: [
		{
			name: 'apiKey',
			label: 'API Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'API Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha512',
				key: '{secret}',
				text: '{method}\\n{path}\\n{query}\\n{body|sha512}\\n{timestamp}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'KEY',
				value: '{apiKey}',
			},
			{
				in: 'header',
				name: 'Timestamp',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'SIGN',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
