import type { Preset } from '../preset';

/**
 * Token: base64(RSA-SHA256(client ID|time)), calls: base64(HMAC-SHA512(client secret,
 * METHOD:path with query:token:hex SHA-256 of the minified body:time)).
 *
 * Source: Bank Indonesia, "Standar Nasional Open API Pembayaran", technical and security standard; the
 * examples are those of https://github.com/Midtrans/SNAP-BI-Signature-Demo, which write the time in UTC
 * with milliseconds. Banks differ in the path of the token, a few write the signature in hex.
 */
export const snapBi: Preset = {
	value: 'snapBi',
	name: 'SNAP BI',
	baseUrl: '',
	fields: [
		{
			name: 'clientId',
			label: 'Client ID',
			kind: 'open',
			hint: 'Sent as X-CLIENT-KEY and X-PARTNER-ID',
		},
		{ name: 'secret', label: 'Client Secret', kind: 'secret' },
		{ name: 'privateKey', label: 'Private Key', kind: 'secret', isLong: true },
		{ name: 'channelId', label: 'Channel ID', kind: 'open', isOptional: true },
	],
	recipe: {
		token: {
			request: {
				path: '/v1.0/access-token/b2b',
				body: 'json',
				time: { format: 'YYYY-MM-DD[T]HH:mm:ssZZ', offset: 420 },
				steps: [
					{
						name: 'signature',
						alg: 'rsa-sha256',
						key: '{privateKey}',
						text: '{clientId}|{timestamp}',
						output: 'base64',
					},
				],
				add: [
					{ in: 'header', name: 'X-TIMESTAMP', value: '{timestamp}' },
					{ in: 'header', name: 'X-CLIENT-KEY', value: '{clientId}' },
					{ in: 'header', name: 'X-SIGNATURE', value: '{signature}' },
					{ in: 'wholebody', value: '{"grantType":"client_credentials"}' },
				],
			},
			answer: { token: 'accessToken', expires: 'expiresIn' },
		},
		time: { format: 'YYYY-MM-DD[T]HH:mm:ssZZ', offset: 420 },
		nonce: { format: 'digits', length: 32 },
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha512',
				key: '{secret}',
				text: '{method}:{pathAndQuery}:{token}:{body|minify|sha256}:{timestamp}',
				output: 'base64',
			},
		],
		add: [
			{ in: 'header', name: 'Authorization', value: 'Bearer {token}' },
			{ in: 'header', name: 'X-TIMESTAMP', value: '{timestamp}' },
			{ in: 'header', name: 'X-SIGNATURE', value: '{signature}' },
			{ in: 'header', name: 'X-PARTNER-ID', value: '{clientId}' },
			{ in: 'header', name: 'X-EXTERNAL-ID', value: '{nonce}' },
			{ in: 'header', name: 'CHANNEL-ID', value: '{channelId}' },
		],
	},
	proof: 'example',
};
