import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, "ACS3-HMAC-SHA256\n" + hex(SHA256(METHOD \n path \n sorted query \n host and x-acs-* headers \n \n names \n hex(SHA256(body)))))).
 *
 * Source: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature (fixed example). The address is from memory.
 */
export const alibabaCloudV3: Preset = {
	value: 'alibabaCloudV3',
	name: 'Alibaba Cloud (V3)',
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
			from: ['query'],
			encoding: 'rfc3986',
		},
		steps: [
			{
				name: 'request',
				alg: 'hash-sha256',
				text: '{method}\\n{path}\\n{params}\\n{headers:host,x-acs-*}\\n\\n{headers:host,x-acs-*;names}\\n{body|sha256}',
			},
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: 'ACS3-HMAC-SHA256\\n{request}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'x-acs-date',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'x-acs-signature-nonce',
				value: '{nonce}',
			},
			{
				in: 'header',
				name: 'x-acs-content-sha256',
				value: '{body|sha256}',
			},
			{
				in: 'header',
				name: 'Authorization',
				value:
					'ACS3-HMAC-SHA256 Credential={accessKeyId},SignedHeaders={headers:host,x-acs-*;names},Signature={signature}',
			},
		],
	},
	proof: 'example',
};
