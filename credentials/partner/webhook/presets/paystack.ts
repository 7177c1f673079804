import type { WebhookPreset } from '../preset';

/**
 * hex(HMAC-SHA512(secret key, body)) in X-Paystack-Signature.
 *
 * Source: https://paystack.com/docs/payments/webhooks/#signature-validation. A library of somebody
 * else, https://github.com/yabacon/paystack-php, has an example.
 */
export const paystack: WebhookPreset = {
	value: 'paystack',
	name: 'Paystack',
	fields: [
		{
			name: 'secret',
			label: 'Secret Key',
			kind: 'secret',
			isLong: true,
			hint: 'Dashboard: Settings, API Keys & Webhooks. If there are several, one per line, such as test and live.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Paystack-Signature' }],
		alg: 'hmac-sha512',
		text: '{body}',
	},
	proof: 'documentation',
};
