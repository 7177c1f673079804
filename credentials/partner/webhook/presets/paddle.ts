import type { WebhookPreset } from '../preset';

/**
 * ts=<s>;h1=hex(HMAC-SHA256(secret key, "ts:body")) in Paddle-Signature; it may be five seconds old.
 *
 * Source: https://developer.paddle.com/webhooks/signature-verification and the tests of
 * https://github.com/PaddleHQ/paddle-node-sdk.
 */
export const paddle: WebhookPreset = {
	value: 'paddle',
	name: 'Paddle Billing',
	fields: [
		{
			name: 'secret',
			label: 'Endpoint Secret Key',
			kind: 'secret',
			isLong: true,
			hint: 'Developer Tools, Notifications, the destination, Edit. If there are several, one per line.',
		},
	],
	recipe: {
		read: [
			{
				in: 'header',
				name: 'Paddle-Signature',
				looksLike: 'ts={timestamp};h1={signature}',
				separator: ';',
			},
		],
		timestamp: { unit: 's', tolerance: 5 },
		alg: 'hmac-sha256',
		text: '{timestamp}:{body}',
		id: '{param:event_id}',
	},
	proof: 'example',
};
