import type { WebhookPreset } from '../preset';

/**
 * sha256=hex(HMAC-SHA256(app secret, body)) in X-Hub-Signature-256; the handshake is a GET with the verify
 * token.
 *
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started. The same for
 * Facebook, Instagram, Messenger, Threads and WhatsApp.
 */
export const meta: WebhookPreset = {
	value: 'meta',
	name: 'Meta (Facebook, Instagram, WhatsApp)',
	fields: [
		{
			name: 'secret',
			label: 'App Secret',
			kind: 'secret',
			isLong: true,
			hint: 'App Dashboard: App Settings, Basic. If there are several, one per line.',
		},
		{
			name: 'verifyToken',
			label: 'Verify Token',
			kind: 'secret',
			hint: 'Any text that you make up, here and in the App Dashboard: Webhooks, Verify Token',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Hub-Signature-256', looksLike: 'sha256={signature}' }],
		alg: 'hmac-sha256',
		text: '{body}',
		challenges: [
			{
				when: [
					['{method}', 'GET'],
					['{param:hub.mode}', 'subscribe'],
					['{param:hub.verify_token}', '{verifyToken}'],
					['{param:hub.challenge}'],
				],
				answer: { type: 'text/plain', body: '{param:hub.challenge}' },
			},
		],
	},
	proof: 'documentation',
};
