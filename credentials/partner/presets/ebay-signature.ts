import type { Preset } from '../preset';

/**
 * RFC 9421 with content-digest, x-ebay-signature-key, @method, @path, @authority; without a body content-digest is left out.
 *
 * Source: https://github.com/eBay/digital-signature-nodejs-sdk (__tests__/index.test.ts, test.json).
 */
export const ebaySignature: Preset = {
	value: 'ebaySignature',
	name: 'eBay Digital Signature',
	baseUrl: 'https://apiz.ebay.com',
	fields: [
		{
			name: 'publicKeyJwe',
			label: 'Public Key JWE',
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
		time: {
			format: 's',
		},
		steps: [
			{
				name: 'params9421',
				alg: 'text',
				text: '({?body}"content-digest" {/body}"x-ebay-signature-key" "@method" "@path" "@authority");created={timestamp}',
			},
			{
				name: 'signature',
				alg: 'ed25519',
				key: '{privateKey}',
				text: '{?body}"content-digest": {header:content-digest}\\n{/body}"x-ebay-signature-key": {publicKeyJwe}\\n"@method": {method}\\n"@path": {path}\\n"@authority": {host}\\n"@signature-params": {params9421}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'x-ebay-signature-key',
				value: '{publicKeyJwe}',
			},
			{
				in: 'header',
				name: 'Content-Digest',
				value: 'sha-256=:{body|sha256|base64}:',
			},
			{
				in: 'header',
				name: 'Signature-Input',
				value: 'sig1={params9421}',
			},
			{
				in: 'header',
				name: 'Signature',
				value: 'sig1=:{signature}:',
			},
		],
	},
	proof: 'example',
};
