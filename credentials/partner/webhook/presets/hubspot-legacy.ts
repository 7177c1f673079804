import type { WebhookPreset } from '../preset';

/**
 * hex(SHA-256(client secret + body)), version 1; version 2 has method and address in between.
 *
 * Source: https://developers.hubspot.com/docs/apps/legacy-apps/authentication/validating-requests and the
 * tests of https://github.com/HubSpot/hubspot-api-nodejs.
 */
export const hubspotLegacy: WebhookPreset = {
	value: 'hubspotLegacy',
	name: 'HubSpot (Versions 1 and 2)',
	fields: [
		{
			name: 'secret',
			label: 'Client Secret',
			kind: 'secret',
			isLong: true,
			hint: 'The app in your developer account, Auth. If there are several, one per line.',
		},
	],
	choices: [
		{
			name: 'hubspotVersion',
			label: 'Version',
			hint: 'As X-HubSpot-Signature-Version says: v1 for webhooks, v2 for workflows and CRM cards',
			options: [
				{ value: 'v1', name: '1' },
				{ value: 'v2', name: '2', sets: { text: '{secret}{method}{url}{body}' } },
			],
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-HubSpot-Signature' }],
		alg: 'hash-sha256',
		text: '{secret}{body}',
	},
	proof: 'example',
};
