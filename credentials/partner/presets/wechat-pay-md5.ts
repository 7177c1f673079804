import type { Preset } from '../preset';

/**
 * HEX(MD5 or HMAC-SHA256 over sorted non-empty name=value joined by & plus &key=<secret>); the secret is in the text and, for HMAC, the key as well; the body is XML in reality.
 *
 * Source: https://pay.weixin.qq.com/wiki/doc/api/micropay.php?chapter=4_3.
 */
export const wechatPayMd5: Preset = {
	value: 'wechatPayMd5',
	name: 'WeChat Pay V2 (MD5)',
	baseUrl: 'https://api.mch.weixin.qq.com',
	fields: [
		{
			name: 'secret',
			label: 'API Key',
			kind: 'secret',
		},
	],
	recipe: {
		params: {
			leaveOut: ['sign'],
			dropEmpty: true,
		},
		steps: [
			{
				name: 'signature',
				alg: 'hash-md5',
				key: '{secret}',
				text: '{params}&key={secret}',
				output: 'HEX',
			},
		],
		add: [
			{
				in: 'body',
				name: 'nonce_str',
				value: '{nonce}',
			},
			{
				in: 'body',
				name: 'sign',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
