import type { WebhookPreset } from '../preset';

/**
 * base64(ECDSA P-256 with SHA-256, DER, of timestamp and body); a line break at the end of the body counts.
 *
 * Source: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 * and the tests of https://github.com/sendgrid/sendgrid-nodejs.
 */
export const sendgrid: WebhookPreset = {
	value: 'sendgrid',
	name: 'SendGrid Event Webhook',
	fields: [
		{
			name: 'secret',
			label: 'Verification Key',
			kind: 'secret',
			isLong: true,
			hint: 'Settings, Mail Settings, Event Webhooks, Signature Verification: a public key',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Twilio-Email-Event-Webhook-Signature' }],
		timestamp: {
			from: '{header:x-twilio-email-event-webhook-timestamp}',
			unit: 's',
			tolerance: 300,
		},
		alg: 'ecdsa-sha256',
		output: 'base64',
		text: '{header:x-twilio-email-event-webhook-timestamp}{body}',
	},
	proof: 'example',
};
