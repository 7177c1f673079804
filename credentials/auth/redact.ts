import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { optionalField, type CredentialField } from './credential-fields';

const MASK = '***';
/** Shorter values would blacken ordinary words; no provider hands out secrets this short. */
const SHORTEST_SECRET_LENGTH = 6;

/**
 * Which secrets were attached to a request, by the credential object that n8n handed to the hooks.
 * Held weakly: they live as long as that object.
 */
const attachedSecrets = new WeakMap<object, string[]>();

/**
 * Remembers the secrets of a request made with this credential object.
 *
 * @param fields the credential's masked fields
 * @param attached what else the request carries, e.g. the value of `Authorization`
 */
export function rememberSecrets(
	credentials: ICredentialDataDecryptedObject,
	fields: CredentialField[],
	...attached: string[]
): void {
	const secrets = fields.map((field) => optionalField(credentials, field));
	attachedSecrets.set(credentials, [...secrets, ...attached]);
}

/** The secrets remembered for this credential object, for {@link redact}. */
export function secretsOf(credentials: object): string[] {
	return attachedSecrets.get(credentials) ?? [];
}

/**
 * Blackens secrets in text that comes from a provider, in every way it may be written there:
 * plain, URL-encoded, escaped as JSON, base64, and inside an `Authorization` value.
 */
export function redact(text: string, secrets: string[]): string {
	let result = text;
	for (const secret of secrets) {
		for (const written of waysOfWriting(secret)) {
			if (written.length >= SHORTEST_SECRET_LENGTH && result.includes(written)) {
				result = result.replaceAll(written, MASK);
			}
		}
	}
	return result;
}

function waysOfWriting(secret: string): string[] {
	const bare = secret.replace(/^(Basic|Bearer) /, '');
	const json = JSON.stringify(bare).slice(1, -1);
	const ways = [bare, json, json.replaceAll('/', '\\/'), encodeURIComponent(bare)];
	return [...ways, Buffer.from(bare, 'utf8').toString('base64')];
}
