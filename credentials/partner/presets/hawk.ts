import type { Preset } from '../preset';

/**
 * base64(HMAC-SHA256(key, hawk.1.header \n s \n nonce \n METHOD \n path with query \n host \n port \n payload hash \n ext \n)); payload hash = base64(SHA256(hawk.1.payload \n type \n body \n)).
 *
 * Source: https://github.com/mozilla/hawk (API.md, Protocol Example and Payload Validation).
 */
export const hawk: Preset = {
	value: 'hawk',
	name: 'Hawk',
	baseUrl: '',
	fields: [
		{
			name: 'hawkId',
			label: 'Hawk ID',
			kind: 'open',
		},
		{
			name: 'secret',
			label: 'Hawk Key',
			kind: 'secret',
		},
		{
			name: 'ext',
			label: 'Application Data',
			kind: 'open',
			isOptional: true,
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		steps: [
			{
				name: 'hash',
				alg: 'hash-sha256',
				text: 'hawk.1.payload\\n{header:content-type|lower}\\n{body}\\n',
				output: 'base64',
			},
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: 'hawk.1.header\\n{timestamp}\\n{nonce}\\n{method}\\n{pathAndQuery}\\n{hostname|lower}\\n{port}\\n{?body}{hash}{/body}\\n{ext}\\n',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Authorization',
				value:
					'Hawk id="{hawkId}", ts="{timestamp}", nonce="{nonce}", {?body}hash="{hash}", {/body}ext="{ext}", mac="{signature}"',
			},
		],
	},
	proof: 'example',
};
