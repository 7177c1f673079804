import type { Preset } from '../preset';

/**
 * derived key over date, region, service, aws4_request; hex(HMAC-SHA256(key, AWS4-HMAC-SHA256 \n time \n scope \n hex(SHA256(canonical request)))).
 *
 * Source: AWS Signature Version 4 test suite (awslabs/aws-c-auth, tests/aws-signing-test-suite/v4).
 */
export const awsSignatureV4: Preset = {
	value: 'awsSignatureV4',
	name: 'AWS Signature Version 4',
	baseUrl: '',
	fields: [
		{
			name: 'accessKeyId',
			label: 'Access Key ID',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Secret Access Key',
			kind: 'secret',
		},
		{
			name: 'region',
			label: 'Region',
			kind: 'open',
		},
		{
			name: 'service',
			label: 'Service',
			kind: 'open',
		},
	],
	recipe: {
		time: {
			format: 'YYYYMMDD[T]HHmmss[Z]',
		},
		params: {
			from: ['query'],
			encoding: 'rfc3986',
		},
		steps: [
			{
				name: 'scope',
				alg: 'text',
				text: '{time:YYYYMMDD}/{region}/{service}/aws4_request',
			},
			{
				name: 'request',
				alg: 'hash-sha256',
				text: '{method}\\n{path}\\n{params}\\n{headers:host,x-amz-*}\\n\\n{headers:host,x-amz-*;names}\\n{body|sha256}',
			},
			{
				name: 'kDate',
				alg: 'hmac-sha256',
				key: 'AWS4{secret}',
				text: '{time:YYYYMMDD}',
				output: 'raw',
			},
			{
				name: 'kRegion',
				alg: 'hmac-sha256',
				key: '{kDate|raw}',
				text: '{region}',
				output: 'raw',
			},
			{
				name: 'kService',
				alg: 'hmac-sha256',
				key: '{kRegion|raw}',
				text: '{service}',
				output: 'raw',
			},
			{
				name: 'kSigning',
				alg: 'hmac-sha256',
				key: '{kService|raw}',
				text: 'aws4_request',
				output: 'raw',
			},
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{kSigning|raw}',
				text: 'AWS4-HMAC-SHA256\\n{timestamp}\\n{scope}\\n{request}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'X-Amz-Date',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'Authorization',
				value:
					'AWS4-HMAC-SHA256 Credential={accessKeyId}/{scope}, SignedHeaders={headers:host,x-amz-*;names}, Signature={signature}',
			},
		],
	},
	proof: 'example',
};
