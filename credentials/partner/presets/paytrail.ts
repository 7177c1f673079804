import type { Preset } from '../preset';

/**
 * hex(HMAC-SHA256(secret, every checkout-* header "name:value" sorted, one per line, then the body)); without a body the last line is empty.
 *
 * Source: https://github.com/paytrail/api-documentation (docs/examples.md, HMAC calculation (Node.js)).
 */
export const paytrail: Preset = {
	value: 'paytrail',
	name: 'Paytrail',
	baseUrl: 'https://services.paytrail.com',
	fields: [
		{
			name: 'merchantId',
			label: 'Merchant ID',
			kind: 'open',
		},
		{
			name: 'secret',
			label: 'Secret Key',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 'YYYY-MM-DD[T]HH:mm:ss.SSS[Z]',
		},
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{headers:checkout-*}\\n{body}',
			},
		],
		add: [
			{
				in: 'header',
				name: 'checkout-account',
				value: '{merchantId}',
			},
			{
				in: 'header',
				name: 'checkout-algorithm',
				value: 'sha256',
			},
			{
				in: 'header',
				name: 'checkout-method',
				value: '{method}',
			},
			{
				in: 'header',
				name: 'checkout-nonce',
				value: '{nonce}',
			},
			{
				in: 'header',
				name: 'checkout-timestamp',
				value: '{timestamp}',
			},
			{
				in: 'header',
				name: 'signature',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
