import type { WebhookPreset } from '../preset';

/**
 * hex(HMAC-SHA256(webhook token, body)) in X-SHA2-Signature.
 *
 * Source: https://documentation.onfido.com/api/latest/#verifying-webhook-signatures and the tests of
 * https://github.com/onfido/onfido-node.
 */
export const onfido: WebhookPreset = {
	value: 'onfido',
	name: 'Onfido',
	fields: [
		{
			name: 'secret',
			label: 'Webhook Token',
			kind: 'secret',
			isLong: true,
			hint: 'Shown when the webhook is created. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-SHA2-Signature' }],
		alg: 'hmac-sha256',
		text: '{body}',
	},
	proof: 'example',
};
