import type { Preset } from '../preset';

/**
 * JWT HS256, claims sub, name, iat from the clock.
 *
 * Source: https://jwt.io (secret your-256-bit-secret). The address is from memory.
 */
export const jwtHs256: Preset = {
	value: 'jwtHs256',
	name: 'JWT Bearer (HS256)',
	baseUrl: '',
	fields: [
		{
			name: 'subject',
			label: 'Subject',
			kind: 'open',
		},
		{
			name: 'fullName',
			label: 'Name',
			kind: 'open',
		},
		{
			name: 'secret',
			label: 'Secret',
			kind: 'secret',
		},
	],
	recipe: {
		steps: [
			{
				name: 'jwt',
				alg: 'jwt-HS256',
				key: '{secret}',
				text: '{"sub":"{subject}","name":"{fullName}","iat":{s}}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Authorization',
				value: 'Bearer {jwt}',
			},
		],
	},
	proof: 'example',
};
