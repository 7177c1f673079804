import type { Preset } from '../preset';

const timesIn = (format: string, offset: number) => ({
	time: { format, offset },
	'token.request.time': { format, offset },
});

/**
 * Token: base64(RSA-SHA256(client ID|time)), calls: base64(HMAC-SHA512(client secret,
 * METHOD:path with query:token:hex SHA-256 of the minified body:time)).
 *
 * Source: Bank Indonesia, "Standar Nasional Open API Pembayaran", technical and security standard; the
 * examples are those of https://github.com/Midtrans/SNAP-BI-Signature-Demo, which write the time in UTC
 * with milliseconds. In what banks differ, a choice says.
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
		{
			name: 'privateKey',
			label: 'Private Key',
			kind: 'secret',
			isLong: true,
			shownFor: { choice: 'snapTokenSignature', value: 'asymmetric' },
		},
		{ name: 'channelId', label: 'Channel ID', kind: 'open', isOptional: true },
	],
	choices: [
		{
			name: 'snapTokenSignature',
			label: 'Signature of the Token Request',
			options: [
				{ value: 'asymmetric', name: 'Asymmetric: RSA With the Private Key' },
				{
					value: 'symmetric',
					name: 'Symmetric: HMAC-SHA512 With the Client Secret',
					sets: {
						'token.request.steps.0.alg': 'hmac-sha512',
						'token.request.steps.0.key': '{secret}',
					},
				},
			],
		},
		{
			name: 'snapEncoding',
			label: 'Signature Encoding',
			hint: 'Of each call',
			options: [
				{ value: 'base64', name: 'Base64' },
				{ value: 'hex', name: 'Hex', sets: { 'steps.0.output': 'hex' } },
			],
		},
		{
			name: 'snapTime',
			label: 'Time',
			options: [
				{ value: 'jakarta', name: 'Jakarta (2026-01-31T19:00:00+07:00)' },
				{
					value: 'jakartaMs',
					name: 'Jakarta With Milliseconds',
					sets: timesIn('YYYY-MM-DD[T]HH:mm:ss.SSSZZ', 420),
				},
				{
					value: 'utc',
					name: 'UTC (2026-01-31T12:00:00Z)',
					sets: timesIn('YYYY-MM-DD[T]HH:mm:ss[Z]', 0),
				},
				{
					value: 'utcMs',
					name: 'UTC With Milliseconds',
					sets: timesIn('YYYY-MM-DD[T]HH:mm:ss.SSS[Z]', 0),
				},
			],
		},
		{
			name: 'snapPath',
			label: 'Signed Path',
			options: [
				{ value: 'withQuery', name: 'With the Query' },
				{
					value: 'withoutQuery',
					name: 'Without the Query',
					sets: {
						'steps.0.text': '{method}:{path}:{token}:{body|minify|sha256}:{timestamp}',
					},
				},
			],
		},
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
