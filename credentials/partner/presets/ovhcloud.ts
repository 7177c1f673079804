import type { Preset } from '../preset';

/**
 * "$1$" + hex(SHA1(secret + "+" + consumer key + "+" + METHOD + "+" + whole URL + "+" + body + "+" + seconds)).
 *
 * Source: https://github.com/ovh/python-ovh (tests/test_client.py, test_call_signature).
 */
export const ovhcloud: Preset = {
	value: 'ovhcloud',
	name: 'OVHcloud',
	baseUrl: 'https://eu.api.ovh.com',
	fields: [
		{
			name: 'applicationKey',
			label: 'Application Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Application Secret',
			kind: 'secret',
		},
		{
			name: 'consumerKey',
			label: 'Consumer Key',
			kind: 'open',
			isMasked: true,
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hash-sha1',
				text: '{secret}+{consumerKey}+{method}+{url}+{body}+{timestamp}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'X-Ovh-Application',
				value: '{applicationKey}',
			},
			{
				in: 'header',
				name: 'X-Ovh-Consumer',
				value: '{consumerKey}',
			},
			{
				in: 'header',
				name: 'X-Ovh-Timestamp',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'X-Ovh-Signature',
				value: '$1${signature}',
			},
		],
	},
	proof: 'example',
};
