import type { WebhookPreset } from '../preset';

/**
 * hex(HMAC-SHA256(shared secret, body)) in X-CC-Webhook-Signature.
 *
 * Source: https://docs.cdp.coinbase.com/commerce/docs/webhooks-security and the tests of
 * https://github.com/coinbase/coinbase-commerce-node.
 */
export const coinbaseCommerce: WebhookPreset = {
	value: 'coinbaseCommerce',
	name: 'Coinbase Commerce',
	fields: [
		{
			name: 'secret',
			label: 'Webhook Shared Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Settings, Notifications, Show Shared Secret. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-CC-Webhook-Signature' }],
		alg: 'hmac-sha256',
		text: '{body}',
		id: '{param:event.id}',
	},
	proof: 'example',
};
