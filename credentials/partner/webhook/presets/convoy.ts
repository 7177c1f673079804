import type { WebhookPreset } from '../preset';

/**
 * HMAC(endpoint secret, body) in X-Convoy-Signature; advanced: t=<s>,v1=…,v1=… over "t,body".
 *
 * Source: https://docs.getconvoy.io/product-manual/signatures and
 * https://github.com/frain-dev/convoy/blob/main/pkg/signature/testdata/signature-vectors.json
 */
export const convoy: WebhookPreset = {
	value: 'convoy',
	name: 'Convoy',
	fields: [
		{
			name: 'secret',
			label: 'Endpoint Secret',
			kind: 'secret',
			isLong: true,
			hint: 'From whoever sends the webhooks. If there are several, one per line.',
		},
	],
	choices: [
		{
			name: 'convoySignature',
			label: 'Signature Type',
			options: [
				{ value: 'simple', name: 'Simple' },
				{
					value: 'advanced',
					name: 'Advanced',
					sets: {
						'read.0.looksLike': 't={timestamp},v1={signature}',
						'read.0.separator': ',',
						timestamp: { unit: 's', tolerance: 300 },
						text: '{timestamp},{body}',
					},
				},
			],
		},
		{
			name: 'convoyHash',
			label: 'Hash',
			options: [
				{ value: 'sha256', name: 'SHA-256' },
				{ value: 'sha512', name: 'SHA-512', sets: { alg: 'hmac-sha512' } },
			],
		},
		{
			name: 'convoyEncoding',
			label: 'Signature Encoding',
			options: [
				{ value: 'hex', name: 'Hex' },
				{ value: 'base64', name: 'Base64', sets: { output: 'base64' } },
			],
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Convoy-Signature' }],
		alg: 'hmac-sha256',
		output: 'hex',
		text: '{body}',
	},
	proof: 'example',
};
