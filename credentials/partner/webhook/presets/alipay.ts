import type { WebhookPreset } from '../preset';

/**
 * base64(RSA-SHA256 of name=value, sorted, joined by "&", without sign and sign_type) in sign.
 *
 * Source: https://opendocs.alipay.com/open/270/105902 and the tests of
 * https://github.com/alipay/alipay-sdk-nodejs-all. UTF-8 only.
 */
export const alipay: WebhookPreset = {
	value: 'alipay',
	name: 'Alipay',
	fields: [
		{
			name: 'secret',
			label: 'Alipay Public Key',
			kind: 'secret',
			isLong: true,
			hint: 'Open Platform: the app, Development Settings, Interface Signing Method. That of Alipay, not that of your app.',
		},
	],
	recipe: {
		read: [{ in: 'param', name: 'sign' }],
		alg: 'rsa-sha256',
		output: 'base64',
		text: '{params}',
		params: { in: 'form', exclude: ['sign', 'sign_type'] },
		id: '{param:notify_id}',
		answer: { type: 'text/plain', body: 'success' },
	},
	proof: 'example',
};
