import type { WebhookPreset } from '../preset';

const hmac = (hash: string) => ({ alg: `hmac-${hash}`, text: '&{params}' });

/**
 * hex of "&name=value" of each parameter but sig, sorted, with the signature secret; "&" and "=" in values
 * are "_".
 *
 * Source: https://developer.vonage.com/en/getting-started/concepts/signing-messages and the tests of
 * https://github.com/Vonage/vonage-node-sdk. Of the SMS API.
 */
export const vonage: WebhookPreset = {
	value: 'vonage',
	name: 'Vonage SMS',
	fields: [
		{
			name: 'secret',
			label: 'Signature Secret',
			kind: 'secret',
			isLong: true,
			hint: 'Dashboard: API Settings, Signed Webhooks. If there are several, one per line.',
		},
	],
	choices: [
		{
			name: 'vonageMethod',
			label: 'Signature Method',
			options: [
				{ value: 'md5hash', name: 'MD5 Hash' },
				{ value: 'md5', name: 'MD5 HMAC', sets: hmac('md5') },
				{ value: 'sha1', name: 'SHA-1 HMAC', sets: hmac('sha1') },
				{ value: 'sha256', name: 'SHA-256 HMAC', sets: hmac('sha256') },
				{ value: 'sha512', name: 'SHA-512 HMAC', sets: hmac('sha512') },
			],
		},
		{
			name: 'vonageFormat',
			label: 'Webhook Format',
			options: [
				{ value: 'form', name: 'POST' },
				{ value: 'json', name: 'POST-JSON', sets: { 'params.in': 'json' } },
				{ value: 'query', name: 'GET', sets: { 'params.in': 'query' } },
			],
		},
	],
	recipe: {
		read: [{ in: 'param', name: 'sig' }],
		timestamp: { from: '{param:timestamp}', unit: 's', tolerance: 300 },
		alg: 'hash-md5',
		text: '&{params}{secret}',
		params: { in: 'form', exclude: ['sig'], replace: ['&=', '_'] },
		id: '{param:messageId}',
	},
	proof: 'example',
};
