import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { decoded } from './encodings';
import { recipeError } from './recipe-error';
import { Youngest } from './youngest';

/** Which kind of private key an algorithm takes. */
export interface KeyNeed {
	type: 'rsa' | 'ec' | 'ed25519';
	/** OpenSSL's name of it. */
	curve?: string;
}

const NAMES: Record<string, string> = {
	rsa: 'an RSA key',
	'rsa-pss': 'an RSA key for PSS only',
	ec: 'a key of an elliptic curve',
	ed25519: 'an Ed25519 key',
};
const CURVES: Record<string, string> = {
	prime256v1: 'P-256',
	secp384r1: 'P-384',
	secp521r1: 'P-521',
};
const SEED_BYTES = 32;
/** DER in front of the seed of an Ed25519 key (RFC 8410, section 7). */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEYS_KEPT = 20;
const LINE_LENGTH = 64;

/** Parsing a key takes longer than signing with some. */
const parsedKeys = new Youngest<KeyObject>(KEYS_KEPT);

/**
 * A private key as partners hand it out: PEM (PKCS#8, PKCS#1 or SEC1; lines ended in any way, or all
 * in one line), the same in Base64 without the lines of PEM, JWK, or the seed of an Ed25519 key in
 * Base64 or hex.
 *
 * @param place named in errors
 * @throws UserError where it is anything else, encrypted, public, or of another kind
 */
export function privateKey(text: string, need: KeyNeed, place: string): KeyObject {
	const id = `${need.type} ${need.curve ?? ''} ${text}`;
	return parsedKeys.get(id) ?? parsedKeys.set(id, fitting(read(text, need, place), need, place));
}

function fitting(key: KeyObject, { type, curve }: KeyNeed, place: string): KeyObject {
	const own = key.asymmetricKeyType ?? '';
	const isPss = own === 'rsa-pss' && type === 'rsa';
	const ownCurve = key.asymmetricKeyDetails?.namedCurve ?? '';
	if ((own === type || isPss) && (curve === undefined || curve === ownCurve)) return key;
	throw recipeError(
		`${place} is a key of another kind than the algorithm takes`,
		`It is ${keyName(own, ownCurve)}; the algorithm takes ${keyName(type, curve)}. Check the key and the algorithm.`,
	);
}

/** What people call a kind of key. */
export function keyName(type: string, curve = ''): string {
	return CURVES[curve] ?? NAMES[type] ?? 'a key of another kind';
}

function read(text: string, need: KeyNeed, place: string): KeyObject {
	const trimmed = text.trim();
	if (trimmed === '') throw recipeError(`${place} is empty`, 'Fill in the private key.');
	if (trimmed.startsWith('{')) return fromJwk(trimmed, place);
	if (trimmed.includes('-----BEGIN')) return fromPem(trimmed, place);
	const bytes = decoded(trimmed.replace(/\\[nr]/g, ''), 'base64');
	if (bytes?.subarray(0, 10).toString('latin1') === '-----BEGIN') {
		return fromPem(bytes.toString('latin1'), place);
	}
	const seed = need.type === 'ed25519' ? seedOf(trimmed, bytes) : undefined;
	const key = seed ? fromDer(Buffer.concat([ED25519_PREFIX, seed])) : bytes && fromDer(bytes);
	if (key) return key;
	if (bytes && isPublic(bytes)) throw publicKey(place);
	throw noKey(place);
}

/** 32 bytes, or 64 of which the second half is the public key (libsodium). */
function seedOf(text: string, base64: Buffer | undefined): Buffer | undefined {
	const isSeed = (bytes?: Buffer) =>
		bytes?.length === SEED_BYTES || bytes?.length === 2 * SEED_BYTES;
	const bytes = [decoded(text, 'hex'), base64].find(isSeed);
	return bytes?.subarray(0, SEED_BYTES);
}

function fromJwk(text: string, place: string): KeyObject {
	let jwk: { d?: unknown; kty?: unknown } = {};
	try {
		jwk = JSON.parse(text) as typeof jwk;
		if (jwk.d !== undefined) return createPrivateKey({ key: jwk as never, format: 'jwk' });
	} catch {
		throw noKey(place);
	}
	throw jwk.kty === undefined || jwk.kty === 'oct' ? noKey(place) : publicKey(place);
}

function fromPem(text: string, place: string): KeyObject {
	const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g)];
	const labels = blocks.map(([, label]) => label);
	const block = blocks.find(([, label]) => label.endsWith('PRIVATE KEY'));
	if (!block) {
		if (labels.some((label) => /PUBLIC KEY|CERTIFICATE/.test(label))) throw publicKey(place);
		throw noKey(place, 'It is cut off, or has no line -----END … PRIVATE KEY-----. ');
	}
	const [, label, content] = block;
	if (label.startsWith('ENCRYPTED') || content.includes('ENCRYPTED')) {
		throw recipeError(
			`${place} is an encrypted private key`,
			'Take its password off and enter the result: openssl pkey -in key.pem -out plain.pem',
		);
	}
	if (label.startsWith('OPENSSH')) {
		throw noKey(place, 'It is in the format of OpenSSH: ssh-keygen -p -m PEM -f key rewrites it. ');
	}
	const bytes = decoded(content.replace(/\\[nr]/g, ''), 'base64');
	const lines = bytes?.toString('base64').match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
	try {
		return createPrivateKey(
			[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'),
		);
	} catch {
		throw noKey(place);
	}
}

function fromDer(key: Buffer): KeyObject | undefined {
	for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
		try {
			return createPrivateKey({ key, format: 'der', type });
		} catch {
			// Another of them, perhaps.
		}
	}
	return undefined;
}

function isPublic(key: Buffer): boolean {
	for (const type of ['spki', 'pkcs1'] as const) {
		try {
			return createPublicKey({ key, format: 'der', type }) !== undefined;
		} catch {
			// The other, perhaps.
		}
	}
	return false;
}

function publicKey(place: string): Error {
	return recipeError(
		`${place} is a public key`,
		'Signing takes the private key, whose first line is -----BEGIN PRIVATE KEY----- or the like. The public one goes to the partner.',
	);
}

function noKey(place: string, hint = ''): Error {
	return recipeError(
		`${place} is no private key`,
		`${hint}Enter the whole PEM text, from -----BEGIN … PRIVATE KEY----- to -----END … PRIVATE KEY-----, or the same in Base64, or a JWK.`,
	);
}
