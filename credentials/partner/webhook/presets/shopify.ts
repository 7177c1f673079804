import type { WebhookPreset } from '../preset';

/**
 * base64(HMAC-SHA256(client secret, body)) in X-Shopify-Hmac-Sha256.
 *
 * Source: https://shopify.dev/docs/apps/build/webhooks/subscribe/https#step-2-validate-the-origin-of-your-webhook-to-ensure-its-coming-from-shopify
 * and the tests of https://github.com/Shopify/shopify-api-php.
 */
export const shopify: WebhookPreset = {
	value: 'shopify',
	name: 'Shopify',
	fields: [
		{
			name: 'secret',
			label: 'Client Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Of the app; for webhooks made in the admin: Settings, Notifications, Webhooks. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Shopify-Hmac-Sha256' }],
		alg: 'hmac-sha256',
		output: 'base64',
		text: '{body}',
		id: '{header:x-shopify-webhook-id}',
	},
	proof: 'example',
};
