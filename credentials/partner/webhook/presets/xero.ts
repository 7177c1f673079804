import type { WebhookPreset } from '../preset';

/**
 * base64(HMAC-SHA256(signing key, body)) in X-Xero-Signature. To test the receiver, Xero sends right and
 * wrong ones, and wants 200 without a body or 401.
 *
 * Source: https://developer.xero.com/documentation/guides/webhooks/configuring-your-server/
 */
export const xero: WebhookPreset = {
	value: 'xero',
	name: 'Xero',
	fields: [
		{
			name: 'secret',
			label: 'Webhooks Key',
			kind: 'secret',
			isLong: true,
			hint: 'developer.xero.com: the app, Webhooks. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Xero-Signature' }],
		alg: 'hmac-sha256',
		output: 'base64',
		text: '{body}',
		answer: { type: 'text/plain', body: '' },
		refusal: 401,
	},
	proof: 'documentation',
};
