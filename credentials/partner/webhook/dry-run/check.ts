import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Values } from '../../values';
import { compileWebhook } from '../compile';
import type { Received } from '../received';
import { secretsOf } from '../secrets';
import { schemeOf, webhookCredential } from '../settings';
import { verifyWebhook, type Verification } from '../verify';
import { unitSuspects, webhookSuspects, type WebhookTrial } from './suspects';

/** Whether an example is verified, and if not, what to change. */
export interface WebhookCheck {
	verified: boolean;
	/** The verdict in one or two sentences. */
	result: string;
	/** Each one way to an example that is verified. */
	advice: string[];
}

const MOST_PAIRS = 2_000;
const UNCOVERED =
	'Fill in Must Be Equal if the partner sends a hash of the body. Else ask its API before you rely on what is not signed';
const UNEXPLAINED =
	'None of the usual reasons explains it. Compare secret, body and headers with the example, character by character';

/**
 * Verifies an example that a partner publishes. Where that fails, it tries what is often done
 * otherwise, alone and then in pairs, by changing the recipe and verifying again.
 *
 * @param nowInMs the time at which the example was fresh; undefined where its age does not matter
 * @throws UserError naming the field of the credential that is wrong
 */
export function checkWebhook(
	credentials: ICredentialDataDecryptedObject,
	received: Received,
	nowInMs: number | undefined,
): WebhookCheck {
	const scheme = schemeOf(credentials);
	const now = nowInMs ?? Date.now();
	const own = verdictOf(credentials, received, now);
	if ('isVerified' in own && own.isVerified) {
		const isWhole = own.covers === 'all';
		return {
			verified: true,
			result: `The signature of the example is right${isWhole ? '' : ', but it does not cover the whole body'}.`,
			advice: isWhole ? [] : [UNCOVERED],
		};
	}
	const trial: WebhookTrial = {
		recipe: scheme.recipe(),
		received,
		values: scheme.values,
		secrets: secretsOf(scheme.values.secret ?? '', scheme.secretLabel),
	};
	const isRight = (each: WebhookTrial) => isVerified(withoutAge(each), scheme.fields, 0);
	if (isRight(trial) && 'reason' in own) {
		const units = unitSuspects(trial).filter((each) => isVerified(each.trial, scheme.fields, now));
		const advice =
			units.length > 0
				? units.map((each) => each.advice)
				: ['Enter the time of the example in Time'];
		return {
			verified: false,
			result: `The signature is right, but ${own.reason}. ${advice[0]}.`,
			advice,
		};
	}
	const advice = waysFrom(trial, isRight);
	// Where nothing helps, what is wrong with the credential is all that there is to say.
	if (advice.length === 0 && 'error' in own) throw own.error;
	const reason = 'reason' in own ? own.reason : own.error.message;
	return { verified: false, result: `Refused: ${reason}. ${advice[0] ?? UNEXPLAINED}.`, advice };
}

/** A credential that cannot be used as it is may be mended by one of the usual changes. */
function verdictOf(
	credentials: ICredentialDataDecryptedObject,
	received: Received,
	nowInMs: number,
): Verification | { error: Error } {
	try {
		const { webhook, keys } = webhookCredential(credentials);
		return verifyWebhook(webhook, received, keys, nowInMs);
	} catch (error) {
		return { error: error as Error };
	}
}

function waysFrom(trial: WebhookTrial, isRight: (trial: WebhookTrial) => boolean): string[] {
	const suspects = webhookSuspects(trial);
	const alone = suspects.filter((suspect) => isRight(suspect.trial));
	if (alone.length > 0) return alone.map(({ advice }) => advice);
	let attempts = 0;
	for (const first of suspects) {
		for (const second of webhookSuspects(first.trial)) {
			if (second.kind === first.kind || (attempts += 1) > MOST_PAIRS) continue;
			if (isRight(second.trial)) return [`${first.advice}. And: ${second.advice}`];
		}
	}
	return [];
}

function isVerified(
	{ recipe, received, values, secrets }: WebhookTrial,
	fields: Values['fields'],
	nowInMs: number,
): boolean {
	try {
		const webhook = compileWebhook(recipe, fields);
		return verifyWebhook(webhook, received, { values, secrets }, nowInMs).isVerified;
	} catch {
		return false;
	}
}

/** An example is always old. */
function withoutAge(trial: WebhookTrial): WebhookTrial {
	return { ...trial, recipe: { ...trial.recipe, timestamp: undefined } };
}
