import type { WebhookPreset } from '../preset';

/**
 * Ed25519 of timestamp and body, in hex, in X-Signature-Ed25519. Discord sends wrong signatures, too, and
 * wants them to be refused with 401.
 *
 * Source: https://docs.discord.com/developers/interactions/overview and
 * https://docs.discord.com/developers/events/webhook-events. Interactions are answered with type 5: the
 * workflow answers later, with the token of the interaction.
 */
export const discord: WebhookPreset = {
	value: 'discord',
	name: 'Discord',
	fields: [
		{
			name: 'secret',
			label: 'Public Key',
			kind: 'secret',
			isLong: true,
			hint: 'Developer Portal: the app, General Information',
		},
	],
	choices: [
		{
			name: 'discordEndpoint',
			label: 'Endpoint',
			options: [
				{ value: 'interactions', name: 'Interactions' },
				{
					value: 'events',
					name: 'Webhook Events',
					sets: {
						'challenges.0.when': [['{param:type}', '0']],
						'challenges.0.answer': { status: 204 },
						answer: { status: 204 },
					},
				},
			],
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Signature-Ed25519' }],
		timestamp: { from: '{header:x-signature-timestamp}', unit: 's', tolerance: 300 },
		alg: 'ed25519',
		output: 'hex',
		text: '{header:x-signature-timestamp}{body}',
		id: '{param:id}',
		challenges: [{ when: [['{param:type}', '1']], answer: { body: '{"type":1}' }, isSigned: true }],
		answer: { body: '{"type":5}' },
		refusal: 401,
	},
	proof: 'documentation',
};
