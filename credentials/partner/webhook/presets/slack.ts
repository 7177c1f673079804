import type { WebhookPreset } from '../preset';

/**
 * v0=hex(HMAC-SHA256(signing secret, "v0:timestamp:body")) in X-Slack-Signature.
 *
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack, whose example
 * https://github.com/slackapi/python-slack-sdk tests. An empty answer shows nothing to the user of a
 * slash command.
 */
export const slack: WebhookPreset = {
	value: 'slack',
	name: 'Slack',
	fields: [
		{
			name: 'secret',
			label: 'Signing Secret',
			kind: 'secret',
			isLong: true,
			hint: 'api.slack.com/apps: the app, Basic Information, App Credentials. If there are several, one per line.',
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-Slack-Signature', looksLike: 'v0={signature}' }],
		timestamp: { from: '{header:x-slack-request-timestamp}', unit: 's', tolerance: 300 },
		alg: 'hmac-sha256',
		text: 'v0:{header:x-slack-request-timestamp}:{body}',
		id: '{param:event_id}',
		challenges: [
			{
				when: [['{param:type}', 'url_verification'], ['{param:challenge}']],
				answer: { body: '{"challenge":"{param:challenge}"}' },
				isSigned: true,
			},
		],
		answer: { type: 'text/plain', body: '' },
	},
	proof: 'example',
};
