import type { WebhookPreset } from '../preset';

/**
 * v0=hex(HMAC-SHA256(secret token, "v0:timestamp:body")) in X-Zm-Signature.
 *
 * Source: https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events and
 * https://github.com/zoom/webhook-sample. The handshake is signed, too: who could have any text hashed
 * could have a notification signed.
 */
export const zoom: WebhookPreset = {
	value: 'zoom',
	name: 'Zoom',
	fields: [
		{
			name: 'secret',
			label: 'Secret Token',
			kind: 'secret',
			isLong: true,
			hint: 'marketplace.zoom.us: the app, Features, Access. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Zm-Signature', looksLike: 'v0={signature}' }],
		timestamp: { from: '{header:x-zm-request-timestamp}', unit: 's', tolerance: 300 },
		alg: 'hmac-sha256',
		text: 'v0:{header:x-zm-request-timestamp}:{body}',
		challenges: [
			{
				when: [['{param:event}', 'endpoint.url_validation'], ['{param:payload.plainToken}']],
				steps: [
					{
						name: 'encryptedToken',
						alg: 'hmac-sha256',
						key: '{secret}',
						text: '{param:payload.plainToken}',
						output: 'hex',
					},
				],
				answer: {
					body: '{"plainToken":"{param:payload.plainToken}","encryptedToken":"{encryptedToken}"}',
				},
				isSigned: true,
			},
		],
	},
	proof: 'documentation',
};
