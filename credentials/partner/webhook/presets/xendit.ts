import type { WebhookPreset } from '../preset';

/**
 * The verification token itself in X-Callback-Token: it tells who sends, and nothing is signed.
 *
 * Source: https://docs.xendit.co/webhook
 */
export const xendit: WebhookPreset = {
	value: 'xendit',
	name: 'Xendit',
	fields: [
		{
			name: 'secret',
			label: 'Webhook Verification Token',
			kind: 'secret',
			isLong: true,
			hint: 'Dashboard: Settings, Webhooks. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Callback-Token' }],
		alg: 'text',
		text: '{secret}',
		id: '{header:webhook-id}',
	},
	proof: 'documentation',
};
