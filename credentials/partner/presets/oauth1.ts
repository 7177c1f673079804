import type { Preset } from '../preset';

/**
 * base64(HMAC-SHA1(RFC3986(consumer secret)&RFC3986(token secret), METHOD&RFC3986(URL without query)&RFC3986(sorted query, form and oauth_* parameters))).
 *
 * Source: https://oauth.net/core/1.0a/ Appendix A.5. The address is from memory.
 */
export const oauth1: Preset = {
	value: 'oauth1',
	name: 'OAuth 1.0a (HMAC-SHA1)',
	baseUrl: '',
	fields: [
		{
			name: 'consumerKey',
			label: 'Consumer Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Consumer Secret',
			kind: 'secret',
		},
		{
			name: 'oauthToken',
			label: 'Access Token',
			kind: 'open',
			isMasked: true,
			isOptional: true,
		},
		{
			name: 'tokenSecret',
			label: 'Token Secret',
			kind: 'secret',
			isOptional: true,
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		params: {
			encoding: 'rfc3986',
			extra: [
				{
					name: 'oauth_consumer_key',
					value: '{consumerKey}',
				},
				{
					name: 'oauth_nonce',
					value: '{nonce}',
				},
				{
					name: 'oauth_signature_method',
					value: 'HMAC-SHA1',
				},
				{
					name: 'oauth_timestamp',
					value: '{timestamp}',
				},
				{
					name: 'oauth_token',
					value: '{oauthToken}',
				},
				{
					name: 'oauth_version',
					value: '1.0',
				},
			],
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha1',
				key: '{secret|url}&{tokenSecret|url}',
				text: '{method}&{urlWithoutQuery|url}&{params|url}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Authorization',
				value:
					'OAuth oauth_consumer_key="{consumerKey|url}", oauth_nonce="{nonce|url}", oauth_signature_method="HMAC-SHA1", oauth_timestamp="{timestamp|url}", oauth_token="{oauthToken|url}", oauth_version="1.0", oauth_signature="{signature|url}"',
			},
		],
	},
	proof: 'example',
};
