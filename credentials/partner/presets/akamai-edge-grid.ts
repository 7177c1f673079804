import type { Preset } from '../preset';

/**
 * key = base64(HMAC-SHA256(secret, timestamp)); signature = base64(HMAC-SHA256(key, METHOD \t scheme \t host \t path with query \t chosen headers \t base64(SHA256(first max_body bytes of a POST body)) \t authorization header so far)); body hash for POST alone.
 *
 * No further headers are signed; a body counts up to 131,072 bytes, which is EdgeGrid's default.
 *
 * Source: https://github.com/akamai/AkamaiOPEN-edgegrid-python (akamai/edgegrid/test/testdata.json, testcases.json).
 */
export const akamaiEdgeGrid: Preset = {
	value: 'akamaiEdgeGrid',
	name: 'Akamai EdgeGrid',
	baseUrl: '',
	fields: [
		{
			name: 'clientToken',
			label: 'Client Token',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'edgeAccessToken',
			label: 'Access Token',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'Client Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 'YYYYMMDD[T]HH:mm:ss[+0000]',
		},
		steps: [
			{
				name: 'auth',
				alg: 'text',
				text: 'EG1-HMAC-SHA256 client_token={clientToken};access_token={edgeAccessToken};timestamp={timestamp};nonce={nonce};',
			},
			{
				name: 'signingKey',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{timestamp}',
				output: 'base64',
			},
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{signingKey}',
				text: '{method}\\t{scheme}\\t{host}\\t{pathAndQuery}\\t\\t{?body}{body|first:131072|sha256|base64}{/body}\\t{auth}',
				output: 'base64',
			},
		],
		add: [
			{
				in: 'header',
				name: 'Authorization',
				value: '{auth}signature={signature}',
			},
		],
	},
	proof: 'example',
};
