import { equalInConstantTime } from '../../auth/constant-time';
import type { Inputs, Scene } from '../../recipe/scene';
import { ageRefusal } from './age';
import type { WebhookAnswer } from './challenge';
import { SECRET, SIGNATURE, type CompiledWebhook } from './compile';
import type { Signed } from './cover';
import { idsOf } from './ids';
import type { Claims } from './jwt';
import { hasManyParameters } from './parameters';
import { sceneOfReceived, valuesAt, withInputs, type Received } from './received';

/** What a notification proves. */
export type Verification =
	| {
			isVerified: true;
			/** What tells a repeat, by the partner's ID where there is one. */
			ids: string[];
			/** What of it is signed. */
			covers: Signed;
			/** The one that fitted. */
			secret: string;
	  }
	| {
			isVerified: false;
			/** For the log: no value, no secret. */
			reason: string;
	  };

/** A credential, as far as a notification needs it. */
export interface WebhookKeys {
	/** The values of the credential, by name. */
	values: Record<string, string>;
	/** Secrets or public keys; each is tried. */
	secrets: string[];
}

/** Each is tried with each secret, so a sender must not be able to send many. */
const MOST_SIGNATURES = 10;
const MOST_URL_CHARACTERS = 20_000;

const refused = (reason: string): Verification => ({ isVerified: false, reason });

/**
 * Whether a notification is from the partner. Fails closed: whatever is missing, malformed or cannot
 * be computed is a refusal.
 *
 * @param nowInMs by the clock of this machine
 */
export function verifyWebhook(
	webhook: CompiledWebhook,
	received: Received,
	keys: WebhookKeys,
	nowInMs: number,
): Verification {
	try {
		return judge(webhook, received, keys, nowInMs);
	} catch {
		return refused('its signature could not be computed');
	}
}

/**
 * The answer to a handshake; undefined where the request is none.
 *
 * @param verification of the request; undefined before it is verified, which only some need
 */
export function answerChallenge(
	{ challenges }: CompiledWebhook,
	received: Received,
	{ values, secrets }: WebhookKeys,
	nowInMs: number,
	verification?: Verification,
): WebhookAnswer | undefined {
	const isVerified = verification?.isVerified === true;
	const secret = isVerified ? verification.secret : (secrets[0] ?? '');
	const inputs = inputsOf({ ...values, [SECRET]: secret }, nowInMs);
	for (const challenge of challenges) {
		if (challenge.isSigned !== isVerified) continue;
		try {
			const answer = challenge.answer(received, inputs);
			if (answer) return answer;
		} catch {
			// Not one that can be answered.
		}
	}
	return undefined;
}

/** The answer that the partner expects; undefined where any will do. */
export function acceptance(
	{ answer }: CompiledWebhook,
	received: Received,
	{ values }: WebhookKeys,
	nowInMs: number,
): WebhookAnswer | undefined {
	return answer?.write(sceneOfReceived(received, inputsOf(values, nowInMs), {}));
}

function judge(
	webhook: CompiledWebhook,
	received: Received,
	{ values, secrets }: WebhookKeys,
	nowInMs: number,
): Verification {
	if (received.url.length > MOST_URL_CHARACTERS) return refused('its address is too long');
	const plain = sceneOfReceived(received, inputsOf(values, nowInMs), {});
	const found = hasManyParameters(plain) ? 'it has too many parameters' : foundIn(webhook, plain);
	if (typeof found === 'string') return refused(found);
	const { signatures, read } = found;
	// What was read never takes the place of what the credential says.
	const sceneFor = (secret: string, claims: Claims) =>
		withInputs(plain, inputsOf({ ...read, ...values, [SECRET]: secret }, nowInMs), claims);
	for (const secret of secrets.filter((each) => each.trim() !== '')) {
		const fit = fitOf(webhook, signatures, secret, sceneFor(secret, {}));
		if (!fit) continue;
		const scene = sceneFor(secret, fit.claims);
		const refusal = refusalOf(webhook, scene, fit.claims, nowInMs);
		if (refusal !== undefined) return refused(refusal);
		const covers = webhook.cover.of(scene);
		return { isVerified: true, ids: idsOf(webhook, scene, fit.text, covers), covers, secret };
	}
	return refused('its signature is not right');
}

function inputsOf(values: Record<string, string>, nowInMs: number): Inputs {
	return { values, nowInMs, nonce: '' };
}

/** The signatures and what stands beside them, or why they cannot be read. */
function foundIn(
	{ places, namesUsed }: CompiledWebhook,
	scene: Scene,
): string | { signatures: string[]; read: Record<string, string> } {
	const all = new Map<string, Set<string>>();
	for (const { place, reader } of places) {
		const values = valuesAt(place, scene);
		if (values.length === 0) return 'it has no signature';
		// The same parameter twice: its reader and its sender may each mean another one.
		if (values.length > 1 && place.in !== 'header') return 'its signature is there twice';
		const fitting = values.flatMap((value) => reader.read(value) ?? []);
		if (fitting.length === 0) return 'its signature does not look as it should';
		for (const [name, texts] of fitting.flatMap((found) => [...found])) {
			all.set(name, new Set([...(all.get(name) ?? []), ...texts]));
		}
	}
	const signatures = [...(all.get(SIGNATURE) ?? [])];
	if (signatures.length > MOST_SIGNATURES) return 'it has too many signatures';
	const read: Record<string, string> = {};
	for (const [name, texts] of all) {
		if (!namesUsed.has(name)) continue;
		if (texts.size > 1) return 'what stands beside its signature is there twice';
		[read[name]] = texts;
	}
	return { signatures, read };
}

function fitOf(
	{ jwt, check, text, key }: CompiledWebhook,
	signatures: string[],
	secret: string,
	scene: Scene,
): { text: string | Buffer; claims: Claims } | undefined {
	if (jwt) {
		const keyText = key ? key.evaluate(scene).toString() : secret;
		for (const token of signatures) {
			const fit = jwt.claims(token, keyText);
			if (fit) return fit;
		}
		return undefined;
	}
	if (!check || !text) return undefined;
	const keyValue = key ? key.evaluate(scene) : secret;
	if (check.takesKey && keyValue.length === 0) return undefined;
	const signed = text.evaluate(scene);
	return check.fits(signatures, signed, keyValue) ? { text: signed, claims: {} } : undefined;
}

function refusalOf(
	{ jwt, checks, timestamp }: CompiledWebhook,
	scene: Scene,
	claims: Claims,
	nowInMs: number,
): string | undefined {
	for (const [one, other] of checks) {
		const value = one.evaluate(scene).toString();
		const isSame = equalInConstantTime(value, other.evaluate(scene).toString());
		if (value === '' || !isSame) return 'what must be equal is not';
	}
	if (timestamp) {
		const time = timestamp.from.evaluate(scene).toString();
		const refusal = ageRefusal(time, timestamp.settings, nowInMs);
		if (refusal !== undefined) return refusal;
	}
	return jwt?.refusal(claims, nowInMs);
}
