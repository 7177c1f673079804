import type { WebhookPreset } from '../preset';

const ITEM = 'notificationItems.0.NotificationRequestItem';
const SIGNED = [
	...['pspReference', 'originalReference', 'merchantAccountCode', 'merchantReference'],
	...['amount.value', 'amount.currency', 'eventCode', 'success'],
];

/**
 * base64(HMAC-SHA256(hex key, eight values joined by ":")) in the item itself; platform webhooks: of the
 * body, in a header.
 *
 * Source: https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures
 * and the tests of https://github.com/Adyen/adyen-node-api-library. A JSON notification has one item; a
 * second one would not be signed.
 */
export const adyen: WebhookPreset = {
	value: 'adyen',
	name: 'Adyen',
	fields: [
		{
			name: 'secret',
			label: 'HMAC Key',
			kind: 'secret',
			isLong: true,
			hint: 'Customer Area: Developers, Webhooks, the webhook, Security, HMAC Key. Several keys one per line.',
		},
	],
	choices: [
		{
			name: 'adyenWebhook',
			label: 'Webhook Type',
			options: [
				{ value: 'payments', name: 'Standard (Payments)' },
				{
					value: 'platform',
					name: 'Balance Platform, Management, Transfers',
					sets: {
						read: [{ in: 'header', name: 'HmacSignature' }],
						text: '{body}',
						checks: [],
						id: '',
					},
				},
			],
		},
	],
	recipe: {
		read: [{ in: 'param', name: `${ITEM}.additionalData.hmacSignature` }],
		alg: 'hmac-sha256',
		keyEncoding: 'hex',
		output: 'base64',
		text: SIGNED.map((name) => `{param:${ITEM}.${name}}`).join(':'),
		checks: [['one item {param:notificationItems.1}', 'one item ']],
		id: `{param:${ITEM}.pspReference}/{param:${ITEM}.eventCode}`,
		answer: { type: 'text/plain', body: '[accepted]' },
	},
	proof: 'example',
};
