import type { WebhookPreset } from '../preset';

/**
 * base64(HMAC-SHA256(signature key, notification URL + body)) in X-Square-HmacSha256-Signature.
 *
 * Source: https://developer.squareup.com/docs/webhooks/step3validate and the tests of
 * https://github.com/square/square-nodejs-sdk.
 */
export const square: WebhookPreset = {
	value: 'square',
	name: 'Square',
	fields: [
		{
			name: 'secret',
			label: 'Signature Key',
			kind: 'secret',
			isLong: true,
			hint: 'Developer Console: the app, Webhooks, Subscriptions. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Square-HmacSha256-Signature' }],
		alg: 'hmac-sha256',
		output: 'base64',
		text: '{url}{body}',
		id: '{param:event_id}',
	},
	proof: 'example',
};
