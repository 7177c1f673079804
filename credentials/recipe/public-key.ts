import { createPublicKey, type KeyObject } from 'node:crypto';
import { decoded } from './encodings';
import { keyName, type KeyNeed } from './key';
import { recipeError } from './recipe-error';
import { Youngest } from './youngest';

/** DER in front of the 32 bytes of a public Ed25519 key (RFC 8410, section 4). */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const ED25519_BYTES = 32;
/** The first byte of every key in DER. */
const SEQUENCE = 0x30;
const KEYS_KEPT = 50;
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/;
const PRIVATE_MEMBERS = ['d', 'k'];

const parsedKeys = new Youngest<KeyObject>(KEYS_KEPT);

/**
 * A public key as partners hand it out: PEM or a certificate (lines ended in any way, or all in one
 * line), the same in Base64 without the lines of PEM, JWK, or an Ed25519 key of 32 bytes in Base64 or
 * hex.
 *
 * @param place named in errors
 * @throws UserError where it is anything else, private, or of another kind than the algorithm takes
 */
export function publicKey(text: string, need: KeyNeed, place: string): KeyObject {
	const id = `${need.type} ${need.curve ?? ''} ${text}`;
	return (
		parsedKeys.get(id) ?? parsedKeys.set(id, fitting(read(text.trim(), need, place), need, place))
	);
}

/** Whether bytes are a public key or a certificate, as DER or as PEM, which is no secret. */
export function isPublicKey(bytes: Buffer | undefined): boolean {
	if (bytes?.subarray(0, 10).toString('latin1') === '-----BEGIN') return true;
	if (bytes?.[0] !== SEQUENCE) return false;
	return [fromDer(bytes, 'spki'), fromDer(bytes, 'pkcs1'), fromCertificate(bytes)].some(Boolean);
}

function fitting(key: KeyObject, { type, curve }: KeyNeed, place: string): KeyObject {
	const own = key.asymmetricKeyType ?? '';
	const ownCurve = key.asymmetricKeyDetails?.namedCurve ?? '';
	const isOfType = own === type || (own === 'rsa-pss' && type === 'rsa');
	if (isOfType && (curve === undefined || curve === ownCurve)) return key;
	throw recipeError(
		`${place} is a key of another kind than the algorithm takes`,
		`It is ${keyName(own, ownCurve)}; the algorithm takes ${keyName(type, curve)}. Check the key and the algorithm.`,
	);
}

function read(text: string, need: KeyNeed, place: string): KeyObject {
	if (text === '') throw recipeError(`${place} is empty`, 'Fill in the public key of the partner.');
	if (text.startsWith('{')) return fromJwk(text, place);
	const [, label = '', content = text] = BLOCK.exec(text) ?? [];
	if (label.includes('PRIVATE')) throw isPrivate(place);
	const bare = content.replace(/\\[nr]/g, '');
	const bytes = decoded(bare, 'base64');
	const pem = bytes?.toString('latin1') ?? '';
	if (label === '' && BLOCK.test(pem)) return read(pem, need, place);
	const raw = need.type === 'ed25519' && label === '' ? rawEd25519(bare, bytes) : undefined;
	const key =
		label === 'CERTIFICATE'
			? fromCertificate(bytes)
			: (fromDer(raw, 'spki') ?? fromDer(bytes, 'spki') ?? fromDer(bytes, 'pkcs1'));
	if (key) return key;
	throw noKey(place);
}

function rawEd25519(text: string, base64: Buffer | undefined): Buffer | undefined {
	const bytes = [decoded(text, 'hex'), base64].find((each) => each?.length === ED25519_BYTES);
	return bytes && Buffer.concat([ED25519_PREFIX, bytes]);
}

function fromJwk(text: string, place: string): KeyObject {
	let jwk: Record<string, unknown> = {};
	try {
		jwk = JSON.parse(text) as typeof jwk;
	} catch {
		throw noKey(place);
	}
	if (PRIVATE_MEMBERS.some((name) => Object.hasOwn(jwk, name))) throw isPrivate(place);
	const key = attempt(() => createPublicKey({ key: jwk as never, format: 'jwk' }));
	if (key) return key;
	throw noKey(place);
}

function fromCertificate(bytes: Buffer | undefined): KeyObject | undefined {
	const lines = bytes?.toString('base64').match(/.{1,64}/g) ?? [];
	const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
	return attempt(() => createPublicKey(pem));
}

function fromDer(key: Buffer | undefined, type: 'spki' | 'pkcs1'): KeyObject | undefined {
	return key && attempt(() => createPublicKey({ key, format: 'der', type }));
}

function attempt(make: () => KeyObject): KeyObject | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}

function isPrivate(place: string): Error {
	return recipeError(
		`${place} is a private key`,
		'A signature of the partner is verified with the public key of the partner. Delete the private one here.',
	);
}

function noKey(place: string): Error {
	return recipeError(
		`${place} is no public key`,
		'Enter the whole PEM text, from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----, or the same in Base64, a certificate, or a JWK.',
	);
}
