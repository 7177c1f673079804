import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CredentialField } from './credential-fields';
import { trimmed } from './text';

const MASK = '***';
/** Shorter values may be ordinary words; no provider hands out secrets this short. */
const SHORTEST_SECRET_LENGTH = 6;
/** Shorter ones may be ordinary words too, and are searched for as words of their own in values only. */
const LONG_SECRET_LENGTH = 16;
/** Where tenants take turns in one credential, so many lists of secrets are kept ready. */
const LISTS_KEPT = 20;
/** In front of a word; a letter or digit that ends an escape (`\n`, `\u000a`, `%0A`) is none of it. */
const BEGIN = '(?<=^|[^\\p{L}\\p{N}_]|\\\\[bfnrt]|\\\\u[\\da-fA-F]{4}|%[\\da-fA-F]{2})';
const END = '(?![\\p{L}\\p{N}_])';

/** One way in which a secret may be written. */
interface Way {
	text: string;
	isLong: boolean;
}

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
	const secrets = fields.map(({ name }) => trimmed(writtenIn(credentials[name])));
	attachedSecrets.set(credentials, [...secrets, ...attached]);
}

/** The secrets remembered for this credential object, for {@link redact}. */
export function secretsOf(credentials: object): string[] {
	return attachedSecrets.get(credentials) ?? [];
}

/** A list or an object is never sent. */
function writtenIn(value: unknown): string {
	return typeof value === 'object' ? '' : String(value ?? '');
}

/**
 * Redacts secrets in text that comes from a provider, in every way it may be written there:
 * plain, URL-encoded in any of the usual ways, escaped as JSON, base64, and inside an `Authorization`
 * value. One of fewer than 16 characters only where it is no part of a longer word.
 */
export function redact(text: string, secrets: string[]): string {
	return redactText(text, waysOf(secrets));
}

/** Does the same in parsed JSON: in texts, not in numbers, and of names only the long secrets. */
export function redactJson(value: unknown, secrets: string[]): unknown {
	const ways = waysOf(secrets);
	const inNames = ways.filter(({ isLong }) => isLong);
	const redacted = (each: unknown): unknown => {
		if (typeof each === 'string') return redactText(each, ways);
		if (Array.isArray(each)) return each.map(redacted);
		if (typeof each !== 'object' || each === null) return each;
		return Object.fromEntries(
			Object.entries(each).map(([name, item]) => [redactText(name, inNames), redacted(item)]),
		);
	};
	return redacted(value);
}

/**
 * The same for JSON whose text is at hand, in which a glance tells that there are none. Where
 * quotation marks are written as Unicode escapes, or JSON stands inside of JSON, a secret may be
 * written in more ways than can be looked for.
 */
export function redactParsed(json: unknown, text: string, secrets: string[]): unknown {
	const plain = text.includes('\\') ? undoUnicodeEscapes(text) : text;
	const isSure = !text.includes('\\\\') && !plain.includes('\\u');
	const isClean = isSure && waysOf(secrets).every((way) => !plain.includes(way.text));
	return isClean ? json : redactJson(json, secrets);
}

function redactText(text: string, ways: Way[]): string {
	const plain = replaced(text, ways);
	if (!plain.includes('\\')) return plain;
	const unescaped = undoUnicodeEscapes(plain);
	if (unescaped === plain) return plain;
	const redacted = replaced(unescaped, ways);
	return redacted === unescaped ? plain : redacted;
}

function replaced(text: string, ways: Way[]): string {
	let rest = text;
	for (const way of ways) {
		if (!rest.includes(way.text)) continue;
		rest = way.isLong ? rest.replaceAll(way.text, MASK) : rest.replace(alone(way.text), MASK);
	}
	return rest;
}

/** A text where it is no part of a longer word. */
function alone(text: string): RegExp {
	const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return new RegExp(BEGIN + literal + END, 'gu');
}

/** `\u00e4` and the like, as some servers write any character; the JSON stays the same JSON. */
function undoUnicodeEscapes(text: string): string {
	return text.replace(/\\u([0-9a-f]{4})/gi, (escape, code: string) => {
		const character = String.fromCharCode(parseInt(code, 16));
		return /[\p{Cc}"\\]/u.test(character) ? escape : character;
	});
}

/** By the secrets, joined; the youngest last. */
const known = new Map<string, Way[]>();

function waysOf(secrets: string[]): Way[] {
	const all = secrets.join('\0');
	const found = known.get(all);
	if (found) return found;
	const ways = allWaysOf(secrets);
	known.set(all, ways);
	if (known.size > LISTS_KEPT) known.delete([...known.keys()][0]);
	return ways;
}

function allWaysOf(secrets: string[]): Way[] {
	const ways = new Map<string, Way>();
	for (const way of secrets.flatMap(waysOfWriting)) {
		if (way.text.length < SHORTEST_SECRET_LENGTH) continue;
		if (!ways.get(way.text)?.isLong) ways.set(way.text, way);
	}
	// One secret may be the beginning of another.
	return [...ways.values()].sort((a, b) => b.text.length - a.text.length);
}

function waysOfWriting(secret: string): Way[] {
	const bare = secret.replace(/^(Basic|Bearer) /, '');
	const json = JSON.stringify(bare).slice(1, -1);
	const bytes = Buffer.from(bare, 'utf8');
	// Half of a character, which is never sent, cannot be URL-encoded.
	const encoded = encodeURIComponent(bytes.toString('utf8'));
	const strictly = encoded.replace(/[!'()*]/g, percentOf);
	const texts = [
		...[bare, json, json.replaceAll('/', '\\/'), bytes.toString('base64')],
		...[unpadded(bytes.toString('base64')), bytes.toString('base64url')],
		...[encoded, strictly, strictly.replaceAll('%20', '+')].flatMap((each) => [
			each,
			lowerHex(each),
		]),
	];
	return texts.map((text) => ({ text, isLong: bare.length >= LONG_SECRET_LENGTH }));
}

/** Base64 is often written without its padding, above all inside of a URL. */
function unpadded(base64: string): string {
	return base64.replace(/=+$/, '');
}

/** RFC 3986 escapes more than `encodeURIComponent`. */
function percentOf(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function lowerHex(encoded: string): string {
	return encoded.replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());
}
