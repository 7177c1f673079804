import type { Preset } from '../preset';

/**
 * hex(SHA-256(values only, sorted by name, the password taking part as "Password")); nested objects are left out; result in the JSON body as Token.
 *
 * Source: https://www.tbank.ru/kassa/dev/payments/ (formerly tinkoff.ru; section on signing a request). The address is from memory.
 */
export const tbank: Preset = {
	value: 'tbank',
	name: 'T-Bank Acquiring',
	baseUrl: 'https://securepay.tinkoff.ru',
	fields: [
		{
			name: 'terminalKey',
			label: 'Terminal Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Password',
			kind: 'secret',
		},
	],
	recipe: {
		params: {
			from: ['json'],
			leaveOut: ['Token'],
			pair: '{v}',
			join: '',
			extra: [
				{
					name: 'Password',
					value: '{secret}',
				},
			],
		},
		steps: [
			{
				name: 'signature',
				alg: 'hash-sha256',
				text: '{params}',
			},
		],
		add: [
			{
				in: 'body',
				name: 'TerminalKey',
				value: '{terminalKey}',
			},
			{
				in: 'body',
				name: 'Token',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
