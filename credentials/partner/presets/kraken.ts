import type { Preset } from '../preset';

/**
 * base64(HMAC-SHA512(base64decode(secret), path + raw SHA256(nonce + body))); nonce is a form field and must increase.
 *
 * Source: https://docs.kraken.com/api/docs/guides/spot-rest-auth ("specific example of a signature").
 */
export const kraken: Preset = {
	value: 'kraken',
	name: 'Kraken Spot',
	baseUrl: 'https://api.kraken.com',
	fields: [
		{
			name: 'apiKey',
			label: 'API Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Private Key',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 'ms',
		},
		steps: [
			{
				name: 'inner',
				alg: 'hash-sha256',
				text: '{param:nonce}{body}',
				output: 'raw',
			},
			{
				name: 'signature',
				alg: 'hmac-sha512',
				key: '{secret}',
				keyEncoding: 'base64',
				text: '{path}{inner|raw}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'API-Key',
				value: '{apiKey}',
			},
			{
				in: 'header',
				name: 'API-Sign',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
