import type { WebhookPreset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, body)) in Webhook-Signature; a wrong one is refused with 498.
 *
 * Source: https://developer.gocardless.com/api-reference/#webhooks-signing-webhooks and the tests of
 * https://github.com/gocardless/gocardless-nodejs.
 */
export const gocardless: WebhookPreset = {
	value: 'gocardless',
	name: 'GoCardless',
	fields: [
		{
			name: 'secret',
			label: 'Webhook Endpoint Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Dashboard: Developers, Webhook Endpoints. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'Webhook-Signature' }],
		alg: 'hmac-sha256',
		text: '{body}',
		refusal: 498,
	},
	proof: 'example',
};
