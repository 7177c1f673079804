import type { WebhookPreset } from '../preset';

/**
 * sha256=hex(HMAC-SHA256(secret, body)) in X-Hub-Signature-256.
 *
 * Source: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries, which has an
 * example.
 */
export const github: WebhookPreset = {
	value: 'github',
	name: 'GitHub',
	fields: [
		{
			name: 'secret',
			label: 'Secret',
			kind: 'secret',
			isLong: true,
			hint: 'As you entered it for the webhook: Settings, Webhooks. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Hub-Signature-256', looksLike: 'sha256={signature}' }],
		alg: 'hmac-sha256',
		text: '{body}',
		id: '{header:x-github-delivery}',
	},
	proof: 'example',
};
