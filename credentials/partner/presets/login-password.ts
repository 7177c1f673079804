import type { Preset } from '../preset';

/**
 * A login with user name and password as JSON that answers with a token. Where the token is a JWT, it
 * says itself when it ends; any other counts for an hour.
 *
 * Source: no standard; many APIs of this kind, such as https://dummyjson.com/docs/auth.
 */
export const loginPassword: Preset = {
	value: 'loginPassword',
	name: 'Login With User and Password',
	baseUrl: '',
	fields: [
		{ name: 'user', label: 'User Name', kind: 'open' },
		{ name: 'secret', label: 'Password', kind: 'secret' },
	],
	recipe: {
		token: {
			request: {
				path: '/auth/login',
				body: 'json',
				add: [
					{ in: 'body', name: 'username', value: '{user}' },
					{ in: 'body', name: 'password', value: '{secret}' },
				],
			},
			answer: { token: 'token', unit: 'jwt', life: 3600 },
		},
		add: [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
	},
	proof: 'documentation',
};
