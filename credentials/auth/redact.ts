import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CredentialField } from './credential-fields';

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
	const secrets = fields.map(({ name }) => String(credentials[name] ?? '').trim());
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
	const ways = waysOf(secrets);
	const blacken = (value: string) => ways.reduce((rest, way) => rest.replaceAll(way, MASK), value);
	const plain = blacken(text);
	const unescaped = undoUnicodeEscapes(plain);
	if (unescaped === plain) return plain;
	const blackened = blacken(unescaped);
	return blackened === unescaped ? plain : blackened;
}

/** The last ones, as all answers to a node are searched for the same. */
let known: { secrets: string; ways: string[] } = { secrets: '', ways: [] };

function waysOf(secrets: string[]): string[] {
	const all = secrets.join('\0');
	if (known.secrets === all) return known.ways;
	const ways = secrets
		.flatMap(waysOfWriting)
		.filter(({ length }) => length >= SHORTEST_SECRET_LENGTH)
		// One secret may be the beginning of another.
		.sort((a, b) => b.length - a.length);
	known = { secrets: all, ways: [...new Set(ways)] };
	return known.ways;
}

/** `\u00e4` and the like, as some servers write any character; the JSON stays the same JSON. */
function undoUnicodeEscapes(text: string): string {
	return text.replace(/\\u([0-9a-f]{4})/gi, (escape, code: string) => {
		const character = String.fromCharCode(parseInt(code, 16));
		return /[\p{Cc}"\\]/u.test(character) ? escape : character;
	});
}

/** Does the same in parsed JSON: in texts and names, not in numbers. */
export function redactJson(value: unknown, secrets: string[]): unknown {
	if (typeof value === 'string') return redact(value, secrets);
	if (Array.isArray(value)) return value.map((item) => redactJson(item, secrets));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [redact(key, secrets), redactJson(item, secrets)]),
	);
}

function waysOfWriting(secret: string): string[] {
	const bare = secret.replace(/^(Basic|Bearer) /, '');
	const json = JSON.stringify(bare).slice(1, -1);
	const ways = [bare, json, json.replaceAll('/', '\\/'), encodeURIComponent(bare)];
	return [...ways, Buffer.from(bare, 'utf8').toString('base64')];
}
