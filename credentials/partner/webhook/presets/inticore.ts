import type { WebhookPreset } from '../preset';

/**
 * base64(SHA-1(secret key + six values)) in the field Signature.
 *
 * Source: https://inticore.apidog.io/callback-notification-840549m0, which has an example.
 */
export const inticore: WebhookPreset = {
	value: 'inticore',
	name: 'iNticore',
	fields: [
		{
			name: 'secret',
			label: 'Secret Key',
			kind: 'secret',
			isLong: true,
			hint: 'From iNticore, with the Merchant Code. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'param', name: 'Signature' }],
		alg: 'hash-sha1',
		output: 'base64',
		text: '{secret}{param:MerchantCode}{param:PaymentId}{param:RefNo}{param:Amount}{param:Currency}{param:Status}',
		id: '{param:RefNo}/{param:Status}',
	},
	proof: 'example',
};
