import type { WebhookPreset } from '../preset';

/**
 * v1,base64(HMAC-SHA256(Base64 secret, id.timestamp.body)), as Standard Webhooks with headers of its own.
 *
 * Source: https://developer.tryfinch.com/developer-resources/Webhooks and the tests of
 * https://github.com/Finch-API/finch-api-node.
 */
export const finch: WebhookPreset = {
	value: 'finch',
	name: 'Finch',
	fields: [
		{
			name: 'secret',
			label: 'Webhook Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Developer Dashboard: Webhooks. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'Finch-Signature', looksLike: 'v1,{signature}', separator: ' ' }],
		timestamp: { from: '{header:finch-timestamp}', unit: 's', tolerance: 300 },
		alg: 'hmac-sha256',
		keyEncoding: 'base64',
		output: 'base64',
		text: '{header:finch-event-id}.{header:finch-timestamp}.{body}',
		id: '{header:finch-event-id}',
	},
	proof: 'example',
};
