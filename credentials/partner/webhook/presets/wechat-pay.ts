import type { WebhookPreset } from '../preset';

/**
 * base64(RSA-SHA256 of timestamp, nonce and body, a line each) in Wechatpay-Signature, version 3.
 *
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4013053420 and the tests of
 * https://github.com/wechatpay-apiv3/wechatpay-go. The resource stays encrypted. Now and then WeChat Pay
 * sends a wrong signature on purpose, which must be refused.
 */
export const wechatPay: WebhookPreset = {
	value: 'wechatPay',
	name: 'WeChat Pay',
	fields: [
		{
			name: 'secret',
			label: 'WeChat Pay Public Key or Platform Certificate',
			kind: 'secret',
			isLong: true,
			hint: 'Merchant platform: Account Center, API Security. Several one after another.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'Wechatpay-Signature' }],
		timestamp: { from: '{header:wechatpay-timestamp}', unit: 's', tolerance: 300 },
		alg: 'rsa-sha256',
		output: 'base64',
		text: '{header:wechatpay-timestamp}\\n{header:wechatpay-nonce}\\n{body}\\n',
		id: '{param:id}',
		answer: { status: 204 },
	},
	proof: 'example',
};
