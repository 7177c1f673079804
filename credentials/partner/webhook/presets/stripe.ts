import type { WebhookPreset } from '../preset';

/**
 * t=<s>,v1=hex(HMAC-SHA256(signing secret, "t.body")) in Stripe-Signature.
 *
 * Source: https://docs.stripe.com/webhooks/signature and the tests of
 * https://github.com/stripe/stripe-dotnet.
 */
export const stripe: WebhookPreset = {
	value: 'stripe',
	name: 'Stripe',
	fields: [
		{
			name: 'secret',
			label: 'Signing Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Begins with whsec_. Workbench: Webhooks, the destination, Reveal. If there are several, one per line.',
		},
	],
	recipe: {
		read: [
			{
				in: 'header',
				name: 'Stripe-Signature',
				looksLike: 't={timestamp},v1={signature}',
				separator: ',',
			},
		],
		timestamp: { unit: 's', tolerance: 300 },
		alg: 'hmac-sha256',
		text: '{timestamp}.{body}',
		id: '{param:id}',
	},
	proof: 'example',
};
