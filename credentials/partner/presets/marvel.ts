import type { Preset } from '../preset';

/**
 * hex(MD5(ts + private key + public key)) in the query.
 *
 * Source: https://developer.marvel.com/documentation/authorization.
 */
export const marvel: Preset = {
	value: 'marvel',
	name: 'Marvel',
	baseUrl: 'https://gateway.marvel.com',
	fields: [
		{
			name: 'apiKey',
			label: 'Public Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Private Key',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hash-md5',
				text: '{timestamp}{secret}{apiKey}',
			},
		],
		add: [
			{
				in: 'query',
				name: 'ts',
				value: '{timestamp}',
			},
			{
				in: 'query',
				name: 'apikey',
				value: '{apiKey}',
			},
			{
				in: 'query',
				name: 'hash',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
