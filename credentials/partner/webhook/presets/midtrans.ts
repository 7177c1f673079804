import type { WebhookPreset } from '../preset';

/**
 * hex(SHA-512(order_id + status_code + gross_amount + server key)) in signature_key. The status of the
 * transaction is not signed.
 *
 * Source: https://docs.midtrans.com/docs/https-notification-webhooks, "Verifying Notification
 * Authenticity"; the example is that of its documentation.
 */
export const midtrans: WebhookPreset = {
	value: 'midtrans',
	name: 'Midtrans',
	fields: [
		{
			name: 'secret',
			label: 'Server Key',
			kind: 'secret',
			isLong: true,
			hint: 'Dashboard: Settings, Access Keys. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'param', name: 'signature_key' }],
		alg: 'hash-sha512',
		text: '{param:order_id}{param:status_code}{param:gross_amount}{secret}',
	},
	proof: 'example',
};
