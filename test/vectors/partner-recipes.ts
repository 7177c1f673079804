import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Scheme {
	id: string;
	recipe: { add: object[] };
}

/** The recipe of the simulated exchange: a signed token request, a refresh token for one use, a nonce. */
export const EXCHANGE_RECIPE = {
	time: { format: 's' },
	token: {
		request: {
			path: '/v1/token',
			body: 'json',
			time: { format: 's' },
			steps: [{ name: 'sign', alg: 'hmac-sha256', key: '{secret}', text: '{id}{timestamp}' }],
			add: [
				{ in: 'body', name: 'appId', value: '{id}' },
				{ in: 'body', name: 'timestamp', value: '{timestamp}' },
				{ in: 'body', name: 'sign', value: '{sign}' },
			],
		},
		refresh: {
			path: '/v1/token/refresh',
			isForOneUse: true,
			steps: [],
			add: [{ in: 'body', name: 'refreshToken', value: '{refreshToken}' }],
		},
		answer: {
			token: 'data.accessToken',
			expires: 'data.expiresIn',
			refreshToken: 'data.refreshToken',
		},
		oneLiveToken: true,
		refused: { path: 'code', values: ['40101'] },
	},
	steps: [
		{ name: 'digest', alg: 'hash-sha256', text: '{body}' },
		{
			name: 'signature',
			alg: 'hmac-sha256',
			key: '{secret}',
			text: '{method}\n{pathAndQuery}\n{timestamp}\n{nonce}\n{token}\n{digest}',
			output: 'base64',
		},
	],
	add: [
		{ in: 'header', name: 'X-App-Id', value: '{id}' },
		{ in: 'header', name: 'X-Timestamp', value: '{timestamp}' },
		{ in: 'header', name: 'X-Nonce', value: '{nonce}' },
		{ in: 'header', name: 'X-Token', value: '{token}' },
		{ in: 'header', name: 'X-Sign', value: '{signature}' },
	],
};

const NETZME = schemeOf('netzme-of-this-package');

/**
 * Netzme's token and signature as a recipe, with the values `clientId` and `secret`. The simulator asks
 * for a Content-Type, whatever the method.
 */
export const NETZME_RECIPE = {
	...NETZME,
	add: [...NETZME.add, { in: 'header', name: 'Content-Type', value: 'application/json' }],
	token: {
		request: {
			path: '/oauth/merchant/accesstoken',
			body: 'json',
			add: [
				{ in: 'basic', name: '{clientId}', value: '{secret}' },
				{ in: 'body', name: 'grant_type', value: 'client_credentials' },
			],
		},
		answer: { token: 'access_token', expires: 'expiry_token', unit: 'at-ms' },
		oneLiveToken: true,
	},
};

function schemeOf(wanted: string): Scheme['recipe'] {
	const file = join(__dirname, 'schemes-without-published-example.json');
	const schemes = JSON.parse(readFileSync(file, 'utf8')) as Scheme[];
	const found = schemes.find(({ id }) => id === wanted);
	if (!found) throw new Error(`No scheme ${wanted}`);
	return found.recipe;
}
