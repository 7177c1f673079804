import type { WebhookPreset } from '../preset';

const NINE_HOURS = 9 * 3600;

/**
 * hex(HMAC-SHA256(signing key, timestamp + token)), all three in the body. The event is not signed.
 *
 * Source: https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks and the
 * tests of https://github.com/mailgun/mailgun-php. What was not accepted comes again for eight hours, and
 * nothing says that its time is another one then; a token counts once.
 */
export const mailgun: WebhookPreset = {
	value: 'mailgun',
	name: 'Mailgun',
	fields: [
		{
			name: 'secret',
			label: 'HTTP Webhook Signing Key',
			kind: 'secret',
			isLong: true,
			hint: 'Control Panel: API Security. If there are several, one per line.',
		},
	],
	choices: [
		{
			name: 'mailgunSource',
			label: 'Sent By',
			hint: 'What a route sends with attachments is multipart, which is refused',
			options: [
				{ value: 'webhook', name: 'Webhooks (JSON)' },
				{
					value: 'route',
					name: 'Routes and Legacy Webhooks (Form)',
					sets: {
						'read.0.name': 'signature',
						'timestamp.from': '{param:timestamp}',
						text: '{param:timestamp}{param:token}',
						id: '{param:token}',
					},
				},
			],
		},
	],
	recipe: {
		read: [{ in: 'param', name: 'signature.signature' }],
		timestamp: { from: '{param:signature.timestamp}', unit: 's', tolerance: NINE_HOURS },
		alg: 'hmac-sha256',
		text: '{param:signature.timestamp}{param:signature.token}',
		id: '{param:signature.token}',
	},
	proof: 'example',
};
