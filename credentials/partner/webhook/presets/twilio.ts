import type { WebhookPreset } from '../preset';

/**
 * base64(HMAC-SHA1(auth token, address + sorted form fields, name and value)); of JSON the address has a
 * hash.
 *
 * Source: https://www.twilio.com/docs/usage/security#validating-requests and the tests of
 * https://github.com/twilio/twilio-php. What is not a form is refused where one is expected: its body
 * would not be signed.
 */
export const twilio: WebhookPreset = {
	value: 'twilio',
	name: 'Twilio',
	fields: [
		{
			name: 'secret',
			label: 'Auth Token',
			kind: 'secret',
			isLong: true,
			hint: 'Console: Account Info. While you change it: both, one per line.',
		},
	],
	choices: [
		{
			name: 'twilioRequest',
			label: 'Request',
			options: [
				{ value: 'form', name: 'POST With a Form' },
				{
					value: 'json',
					name: 'POST With JSON',
					sets: { text: '{url}', checks: [['{param:bodySHA256}', '{body|sha256}']] },
				},
				{ value: 'get', name: 'GET', sets: { text: '{url}', checks: [['{method}', 'GET']] } },
			],
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Twilio-Signature' }],
		alg: 'hmac-sha1',
		output: 'base64',
		text: '{url}{params}',
		params: { in: 'form', pair: '{n}{v}', join: '' },
		checks: [['{header:content-type|lower|first:33}', 'application/x-www-form-urlencoded']],
		id: '{header:i-twilio-idempotency-token}',
	},
	proof: 'example',
};
