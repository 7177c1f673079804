import type { Preset } from '../preset';

/**
 * base64(RSA-SHA256 PKCS#1 v1.5 of lines "name: value": date, (request-target), host; with a body also content-length, content-type, x-content-sha256); Authorization: Signature version="1",headers=…,keyId=…,algorithm=…,signature=….
 *
 * Source: https://github.com/oracle/oci-go-sdk/blob/14aa11a/common/http_signer_test.go (the same values as docs.oracle.com, Request Signatures, Test Values).
 */
export const oracleCloud: Preset = {
	value: 'oracleCloud',
	name: 'Oracle Cloud Infrastructure',
	baseUrl: '',
	fields: [
		{
			name: 'keyId',
			label: 'Key ID',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'privateKey',
			label: 'Private Key',
			kind: 'secret',
			isLong: true,
		},
	],
	recipe: {
		steps: [
			{
				name: 'signature',
				alg: 'rsa-sha256',
				key: '{privateKey}',
				text: 'date: {header:date}\\n(request-target): {method|lower} {pathAndQuery}\\nhost: {host}{?body}\\ncontent-length: {body|length}\\ncontent-type: {header:content-type}\\nx-content-sha256: {body|sha256|base64}{/body}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Authorization',
				value:
					'Signature version="1",headers="date (request-target) host{?body} content-length content-type x-content-sha256{/body}",keyId="{keyId}",algorithm="rsa-sha256",signature="{signature}"',
			},
		],
	},
	proof: 'example',
};
