import type { WebhookPreset } from '../preset';

/**
 * base64(HMAC-SHA256(client secret, method + address + body + timestamp)), version 3.
 *
 * Source: https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * and the tests of https://github.com/HubSpot/hubspot-api-python.
 */
export const hubspot: WebhookPreset = {
	value: 'hubspot',
	name: 'HubSpot',
	fields: [
		{
			name: 'secret',
			label: 'Client Secret',
			kind: 'secret',
			isLong: true,
			hint: 'The app in your developer account, Auth. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-HubSpot-Signature-v3' }],
		timestamp: { from: '{header:x-hubspot-request-timestamp}', unit: 'ms', tolerance: 300 },
		alg: 'hmac-sha256',
		output: 'base64',
		text: '{method}{url}{body}{header:x-hubspot-request-timestamp}',
	},
	proof: 'example',
};
