import type { Preset } from '../preset';

/**
 * The client credentials of OAuth 2 (RFC 6749, section 4.4), but as JSON, which n8n's own OAuth 2 does
 * not send.
 *
 * Source: https://auth0.com/docs/api/authentication#client-credentials-flow, which takes them so.
 */
export const clientCredentialsJson: Preset = {
	value: 'clientCredentialsJson',
	name: 'OAuth 2 Client Credentials (JSON)',
	baseUrl: '',
	fields: [
		{ name: 'clientId', label: 'Client ID', kind: 'open' },
		{ name: 'secret', label: 'Client Secret', kind: 'secret' },
		{ name: 'audience', label: 'Audience', kind: 'open', isOptional: true },
		{ name: 'scopes', label: 'Scope', kind: 'open', isOptional: true },
	],
	recipe: {
		token: {
			request: {
				path: '/oauth/token',
				body: 'json',
				add: [
					{
						in: 'wholebody',
						value:
							'{"grant_type":"client_credentials","client_id":"{clientId|json}","client_secret":"{secret|json}"{?audience},"audience":"{audience|json}"{/audience}{?scopes},"scope":"{scopes|json}"{/scopes}}',
					},
				],
			},
			answer: { token: 'access_token', expires: 'expires_in', life: 3600 },
		},
		add: [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
	},
	proof: 'documentation',
};
