import type { WebhookPreset } from '../preset';

/**
 * publicKey|hex(HMAC-SHA1(SHA-1 of the private key, bt_payload)) in bt_signature, several joined by "&".
 *
 * Source: https://developer.paypal.com/braintree/docs/guides/webhooks/parse and the tests of
 * https://github.com/braintree/braintree_node, which have an example of the handshake.
 */
export const braintree: WebhookPreset = {
	value: 'braintree',
	name: 'Braintree',
	fields: [
		{
			name: 'publicKey',
			label: 'Public Key',
			kind: 'open',
			hint: 'Control Panel: API, Keys. Sent in the answer to the handshake.',
		},
		{
			name: 'secret',
			label: 'Private Key',
			kind: 'secret',
			isLong: true,
			hint: 'That of the same API key. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'param', name: 'bt_signature', looksLike: '{keyId}|{signature}', separator: '&' }],
		alg: 'hmac-sha1',
		key: '{secret|sha1|raw}',
		text: '{param:bt_payload}',
		challenges: [
			{
				when: [['{method}', 'GET'], ['{param:bt_challenge}']],
				steps: [
					{
						name: 'mac',
						alg: 'hmac-sha1',
						key: '{secret|sha1|raw}',
						text: '{param:bt_challenge}',
					},
				],
				answer: { type: 'text/plain', body: '{publicKey}|{mac}' },
			},
		],
	},
	proof: 'example',
};
