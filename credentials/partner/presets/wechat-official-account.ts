import type { Preset } from '../preset';

/**
 * A token by GET, with the secret in the query; it goes into the query of each call. One lives for each
 * account, and refusals come with HTTP 200.
 *
 * Source: https://developers.weixin.qq.com/doc/offiaccount/en/Basic_Information/Get_access_token.html
 */
export const wechatOfficialAccount: Preset = {
	value: 'wechatOfficialAccount',
	name: 'WeChat Official Account',
	baseUrl: 'https://api.weixin.qq.com',
	fields: [
		{ name: 'appId', label: 'AppID', kind: 'open' },
		{ name: 'secret', label: 'AppSecret', kind: 'secret' },
	],
	recipe: {
		token: {
			request: {
				method: 'GET',
				path: '/cgi-bin/token?grant_type=client_credential',
				add: [
					{ in: 'query', name: 'appid', value: '{appId}' },
					{ in: 'query', name: 'secret', value: '{secret}' },
				],
			},
			oneLiveToken: true,
			refused: { path: 'errcode', values: ['40001', '40014', '42001'] },
		},
		add: [{ in: 'query', name: 'access_token', value: '{token}' }],
	},
	proof: 'documentation',
};
