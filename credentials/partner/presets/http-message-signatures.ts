import type { Preset } from '../preset';

/**
 * signature base: one line per component, then @signature-params; header Signature-Input and Signature.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9421#appendix-B.2.5 (text: github.com/httpwg/http-extensions, archive/draft-ietf-httpbis-message-signatures.md).
 */
export const httpMessageSignatures: Preset = {
	value: 'httpMessageSignatures',
	name: 'HTTP Message Signatures (HMAC)',
	baseUrl: '',
	fields: [
		{
			name: 'keyId',
			label: 'Key ID',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Shared Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		steps: [
			{
				name: 'params9421',
				alg: 'text',
				text: '("date" "@authority" "content-type");created={timestamp};keyid="{keyId}"',
			},
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				keyEncoding: 'base64',
				text: '"date": {header:date}\\n"@authority": {host}\\n"content-type": {header:content-type}\\n"@signature-params": {params9421}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Signature-Input',
				value: 'sig-b25={params9421}',
			},
			{
				in: 'header',
				name: 'Signature',
				value: 'sig-b25=:{signature}:',
			},
		],
	},
	proof: 'example',
};
