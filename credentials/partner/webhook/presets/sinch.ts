import type { WebhookPreset } from '../preset';

/**
 * Authorization: Application key:base64(HMAC-SHA256(Base64 secret, method, MD5 of the body, content type,
 * x-timestamp and path, a line each)).
 *
 * Source: https://developers.sinch.com/docs/voice/api-reference/authentication/callback-signed-request
 * and the tests of https://github.com/sinch/sinch-sdk-node. Of Verification and Voice.
 */
export const sinch: WebhookPreset = {
	value: 'sinch',
	name: 'Sinch Verification and Voice',
	fields: [
		{
			name: 'apiKey',
			label: 'Application Key',
			kind: 'open',
			hint: 'Dashboard: Verification or Voice, Apps',
		},
		{
			name: 'secret',
			label: 'Application Secret',
			kind: 'secret',
			isLong: true,
			hint: 'That of the same app. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'Authorization', looksLike: 'Application {keyId}:{signature}' }],
		timestamp: { from: '{header:x-timestamp}', unit: 'iso', tolerance: 300 },
		alg: 'hmac-sha256',
		keyEncoding: 'base64',
		output: 'base64',
		text: '{method}\\n{body|md5|base64}\\n{header:content-type}\\nx-timestamp:{header:x-timestamp}\\n{path}',
		checks: [['{keyId}', '{apiKey}']],
	},
	proof: 'example',
};
