import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { PRESETS } from '../../credentials/partner/webhook/presets';
import type { Received } from '../../credentials/partner/webhook/received';
import { webhookCredential } from '../../credentials/partner/webhook/settings';
import {
	acceptance,
	answerChallenge,
	verifyWebhook,
} from '../../credentials/partner/webhook/verify';
import { receivedOf } from '../vectors/received';
import type { Sent } from './webhook-senders/sender';

/** A credential with a preset, as the trigger uses it. */
export function presetOf(preset: string, fields: Record<string, string>) {
	return used({ scheme: preset, ...fields });
}

/** The same with a recipe that lacks parts of that of the preset. */
export function presetWithout(parts: string[], preset: string, fields: Record<string, string>) {
	const { recipe } = PRESETS.find(({ value }) => value === preset) ?? {};
	const rest = Object.entries(recipe ?? {}).filter(([name]) => !parts.includes(name));
	const { secret, ...values } = fields;
	const entry = Object.entries(values).map(([name, value]) => ({ name, value, mayBeSent: true }));
	const json = JSON.stringify(Object.fromEntries(rest));
	return used({ scheme: 'json', recipe: json, secret, values: { entry } });
}

function used(credentials: ICredentialDataDecryptedObject) {
	const { webhook, keys } = webhookCredential(credentials);
	return {
		refusal: webhook.refusal,
		signedNames: webhook.cover.signed,
		verify: (sent: Sent, nowInMs: number) => verifyWebhook(webhook, received(sent), keys, nowInMs),
		/** What the trigger answers: to a handshake, else to what it accepts; undefined where it refuses. */
		answer: (sent: Sent, nowInMs: number) => {
			const request = received(sent);
			const open = answerChallenge(webhook, request, keys, nowInMs);
			if (open) return { handshake: open };
			const verification = verifyWebhook(webhook, request, keys, nowInMs);
			if (!verification.isVerified) return undefined;
			const signed = answerChallenge(webhook, request, keys, nowInMs, verification);
			if (signed) return { handshake: signed };
			return { acceptance: acceptance(webhook, request, keys, nowInMs) };
		},
	};
}

function received({ headers = {}, ...sent }: Sent): Received {
	return receivedOf({ headers, secret: '', nowMs: 0, ...sent });
}
