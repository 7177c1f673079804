import type { WebhookPreset } from '../preset';

/**
 * v1,base64(HMAC-SHA256(Base64 secret, id.timestamp.body)), several separated by spaces.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks (specification and tests), and the tests
 * of https://github.com/openai/openai-node.
 */
export const standardWebhooks: WebhookPreset = {
	value: 'standardWebhooks',
	name: 'Standard Webhooks (OpenAI, Svix and Others)',
	fields: [
		{
			name: 'secret',
			label: 'Signing Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Begins with whsec_. If there are several, one per line.',
		},
	],
	choices: [
		{
			name: 'standardHeaders',
			label: 'Headers',
			options: [
				{ value: 'standard', name: 'Webhook-Signature, Webhook-ID, Webhook-Timestamp' },
				{
					value: 'svix',
					name: 'Svix-Signature, Svix-ID, Svix-Timestamp',
					sets: {
						'read.0.name': 'svix-signature',
						'timestamp.from': '{header:svix-timestamp}',
						text: '{header:svix-id}.{header:svix-timestamp}.{body}',
						id: '{header:svix-id}',
					},
				},
			],
		},
	],
	recipe: {
		read: [
			{ in: 'header', name: 'webhook-signature', looksLike: 'v1,{signature}', separator: ' ' },
		],
		timestamp: { from: '{header:webhook-timestamp}', unit: 's', tolerance: 300 },
		alg: 'hmac-sha256',
		keyEncoding: 'base64',
		output: 'base64',
		text: '{header:webhook-id}.{header:webhook-timestamp}.{body}',
		id: '{header:webhook-id}',
	},
	proof: 'example',
};
