import type { Preset } from '../preset';

/**
 * Basic base64(ikey:hex(HMAC(skey, RFC 2822 date \n METHOD \n host in lower case \n path \n sorted RFC 3986 encoded parameters of query or form))).
 *
 * Source: https://github.com/duosecurity/duo_client_python (tests/test_client.py, TestSign).
 */
export const ciscoDuo: Preset = {
	value: 'ciscoDuo',
	name: 'Cisco Duo (Version 2)',
	baseUrl: '',
	fields: [
		{
			name: 'integrationKey',
			label: 'Integration Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Secret Key',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 'ddd, DD MMM YYYY HH:mm:ss [-0000]',
		},
		params: {
			encoding: 'rfc3986',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha1',
				key: '{secret}',
				text: '{timestamp}\\n{method}\\n{host|lower}\\n{path}\\n{params}',
			},
			{
				name: 'login',
				alg: 'text',
				text: '{integrationKey}:{signature}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Date',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'Authorization',
				value: 'Basic {login|base64}',
			},
		],
	},
	proof: 'example',
};
