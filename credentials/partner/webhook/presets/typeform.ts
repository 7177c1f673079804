import type { WebhookPreset } from '../preset';

/**
 * sha256=base64(HMAC-SHA256(secret, body)) in Typeform-Signature.
 *
 * Source: https://www.typeform.com/developers/webhooks/secure-your-webhooks/
 */
export const typeform: WebhookPreset = {
	value: 'typeform',
	name: 'Typeform',
	fields: [
		{
			name: 'secret',
			label: 'Secret',
			kind: 'secret',
			isLong: true,
			hint: 'As you entered it: the form, Connect, Webhooks, Edit. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'Typeform-Signature', looksLike: 'sha256={signature}' }],
		alg: 'hmac-sha256',
		output: 'base64',
		text: '{body}',
		id: '{param:event_id}',
	},
	proof: 'documentation',
};
