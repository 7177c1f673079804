import type { WebhookPreset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, body)) in X-Pusher-Signature; X-Pusher-Key names the key.
 *
 * Source: https://pusher.com/docs/channels/server_api/webhooks/#security and the tests of
 * https://github.com/pusher/pusher-http-node.
 */
export const pusherChannels: WebhookPreset = {
	value: 'pusherChannels',
	name: 'Pusher Channels',
	fields: [
		{ name: 'apiKey', label: 'Key', kind: 'open', hint: 'Dashboard: the app, App Keys' },
		{
			name: 'secret',
			label: 'Secret',
			kind: 'secret',
			isLong: true,
			hint: 'That of the same key. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Pusher-Signature' }],
		alg: 'hmac-sha256',
		text: '{body}',
		checks: [['{header:x-pusher-key}', '{apiKey}']],
	},
	proof: 'example',
};
