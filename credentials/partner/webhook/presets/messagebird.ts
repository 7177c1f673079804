import type { WebhookPreset } from '../preset';

/**
 * A JWT (HS256, HS384 or HS512) in MessageBird-Signature-JWT with hashes of address and body.
 *
 * Source: https://developers.messagebird.com/api/#verifying-http-requests and the tests of
 * https://github.com/messagebird/messagebird-nodejs. A request without a body has no hash of it.
 */
export const messagebird: WebhookPreset = {
	value: 'messagebird',
	name: 'MessageBird (Bird)',
	fields: [
		{
			name: 'secret',
			label: 'Signing Key',
			kind: 'secret',
			isLong: true,
			hint: 'Dashboard: Developers, API Settings. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'MessageBird-Signature-JWT' }],
		alg: 'jwt',
		jwt: { algs: ['HS256', 'HS384', 'HS512'], skew: 5 },
		checks: [
			['{claim:iss}', 'MessageBird'],
			['{claim:url_hash}', '{url|sha256}'],
			['body {claim:payload_hash}', 'body {?body}{body|sha256}{/body}'],
		],
		id: '{claim:jti}',
	},
	proof: 'example',
};
