import type { Preset } from '../preset';

/**
 * base64(HMAC-SHA1(secret + "&", METHOD&%2F&RFC3986(sorted RFC 3986 encoded query))); ISO time; Signature in the query.
 *
 * Source: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism (key testid, testsecret). The address is from memory.
 */
export const alibabaCloudRpc: Preset = {
	value: 'alibabaCloudRpc',
	name: 'Alibaba Cloud (RPC)',
	baseUrl: '',
	fields: [
		{
			name: 'accessKeyId',
			label: 'AccessKey ID',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'AccessKey Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 'YYYY-MM-DD[T]HH:mm:ss[Z]',
		},
		params: {
			encoding: 'rfc3986',
			leaveOut: ['Signature'],
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha1',
				key: '{secret}&',
				text: '{method}&%2F&{params|url}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'query',
				name: 'AccessKeyId',
				value: '{accessKeyId}',
			},
			{
				in: 'query',
				name: 'SignatureMethod',
				value: 'HMAC-SHA1',
			},
			{
				in: 'query',
				name: 'SignatureNonce',
				value: '{nonce}',
			},
			{
				in: 'query',
				name: 'SignatureVersion',
				value: '1.0',
			},
			{
				in: 'query',
				name: 'Timestamp',
				value: '{timestamp}',
			},
			{
				in: 'query',
				name: 'Signature',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
