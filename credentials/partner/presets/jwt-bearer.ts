import type { Preset } from '../preset';

/**
 * A JWT, signed with RS256, is exchanged for a token (RFC 7523, section 2.1): Google's service accounts,
 * Salesforce and others. Where the answer does not say how long the token lives, it counts for half an
 * hour.
 *
 * Source: https://developers.google.com/identity/protocols/oauth2/service-account
 */
export const jwtBearer: Preset = {
	value: 'jwtBearer',
	name: 'OAuth 2 JWT Bearer (RS256)',
	baseUrl: '',
	fields: [
		{
			name: 'issuer',
			label: 'Issuer',
			kind: 'open',
			hint: 'E-mail of the service account, or client ID',
		},
		{
			name: 'onBehalfOf',
			label: 'Subject',
			kind: 'open',
			isOptional: true,
			hint: 'The user to act for',
		},
		{ name: 'audience', label: 'Audience', kind: 'open', hint: 'Often the Token URL' },
		{ name: 'scopes', label: 'Scope', kind: 'open', isOptional: true },
		{ name: 'keyId', label: 'Key ID', kind: 'open', isMasked: true, isOptional: true },
		{ name: 'privateKey', label: 'Private Key', kind: 'secret', isLong: true },
	],
	recipe: {
		token: {
			request: {
				path: '/token',
				steps: [
					{
						name: 'assertion',
						alg: 'jwt-RS256',
						key: '{privateKey}',
						header: '{"alg":"RS256","typ":"JWT"{?keyId},"kid":"{keyId|json}"{/keyId}}',
						text: '{"iss":"{issuer|json}"{?onBehalfOf},"sub":"{onBehalfOf|json}"{/onBehalfOf},"aud":"{audience|json}"{?scopes},"scope":"{scopes|json}"{/scopes},"iat":{s},"exp":{s+180}}',
					},
				],
				add: [
					{
						in: 'body',
						name: 'grant_type',
						value: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
					},
					{ in: 'body', name: 'assertion', value: '{assertion}' },
				],
			},
			answer: { token: 'access_token', expires: 'expires_in', life: 1800 },
		},
		add: [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
	},
	proof: 'documentation',
};
