import type { WebhookPreset } from '../preset';

/**
 * hex(HMAC-SHA256(webhook secret, body)) in X-Razorpay-Signature.
 *
 * Source: https://razorpay.com/docs/webhooks/validate-test/ and the tests of
 * https://github.com/razorpay/razorpay-node.
 */
export const razorpay: WebhookPreset = {
	value: 'razorpay',
	name: 'Razorpay',
	fields: [
		{
			name: 'secret',
			label: 'Webhook Secret',
			kind: 'secret',
			isLong: true,
			hint: 'As you entered it: Dashboard, Account & Settings, Webhooks. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Razorpay-Signature' }],
		alg: 'hmac-sha256',
		text: '{body}',
		id: '{header:x-razorpay-event-id}',
	},
	proof: 'example',
};
