import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, METHOD \n path \n sorted query, names in lower case, not URL-encoded)); the query already holds auth_key, auth_timestamp (s), auth_version and, with a body, body_md5.
 *
 * Source: https://github.com/pusher/docs (docs/channels/library_auth_reference/rest-api.md, Worked authentication example).
 */
export const pusherChannels: Preset = {
	value: 'pusherChannels',
	name: 'Pusher Channels',
	baseUrl: 'https://api.pusherapp.com',
	fields: [
		{
			name: 'apiKey',
			label: 'Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		params: {
			from: ['query'],
			names: 'lower',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{method}\\n{path}\\n{params}',
			},
		],
		add: [
			{
				in: 'query',
				name: 'auth_key',
				value: '{apiKey}',
			},
			{
				in: 'query',
				name: 'auth_timestamp',
				value: '{timestamp}',
			},
			{
				in: 'query',
				name: 'auth_version',
				value: '1.0',
			},
			{
				in: 'query',
				name: 'body_md5',
				value: '{body|md5}',
			},
			{
				in: 'query',
				name: 'auth_signature',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
