import type { Preset } from '../preset';

/**
 * HEX(MD5(secret + sorted name+value + secret)); timestamp "yyyy-MM-dd HH:mm:ss" in GMT+8.
 *
 * Source: https://open.taobao.com/doc.htm?docId=101617&docType=1. The session key is the token of a
 * shop; it lives for months and comes from the authorization in a browser.
 */
export const taobao: Preset = {
	value: 'taobao',
	name: 'Taobao Open Platform (MD5)',
	baseUrl: 'https://eco.taobao.com',
	fields: [
		{ name: 'appKey', label: 'App Key', kind: 'open', isMasked: true },
		{ name: 'secret', label: 'App Secret', kind: 'secret' },
		{
			name: 'sessionKey',
			label: 'Session Key',
			kind: 'open',
			isMasked: true,
			isOptional: true,
			hint: 'Of the shop; not needed for public data',
		},
	],
	recipe: {
		time: { format: 'YYYY-MM-DD HH:mm:ss', offset: 480 },
		params: { leaveOut: ['sign'], dropEmpty: true, pair: '{n}{v}', join: '' },
		steps: [
			{
				name: 'signature',
				alg: 'hash-md5',
				text: '{secret}{params}{secret}',
				output: 'HEX',
			},
		],
		add: [
			{ in: 'body', name: 'app_key', value: '{appKey}' },
			{ in: 'body', name: 'session', value: '{sessionKey}' },
			{ in: 'body', name: 'timestamp', value: '{timestamp}' },
			{ in: 'body', name: 'format', value: 'json' },
			{ in: 'body', name: 'v', value: '2.0' },
			{ in: 'body', name: 'sign_method', value: 'md5' },
			{ in: 'body', name: 'sign', value: '{signature}' },
		],
	},
	proof: 'example',
};
