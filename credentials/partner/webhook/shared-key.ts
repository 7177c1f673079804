import { decoded } from '../../recipe/encodings';
import { isPublicKey } from '../../recipe/public-key';
import type { KeyEncoding } from '../../recipe/recipe';
import { recipeError } from '../../recipe/recipe-error';

/** How a shared secret is written, and the field that errors name. */
export interface KeyReading {
	encoding: KeyEncoding;
	place: string;
}

/** What Standard Webhooks puts in front of the Base64 of a secret. */
const PREFIX = /^whsec_/;

/**
 * The bytes of a secret that both sides have.
 *
 * @throws UserError where it is empty, not written as the recipe says, or a public key, which
 * everybody may know
 */
export function sharedKey(secret: string, { encoding, place }: KeyReading): Buffer {
	if (/-----BEGIN |^\s*\{\s*"/.test(secret)) return ofJwk(secret, place);
	// In Base64 without the lines of PEM, too.
	if (isPublicKey(decoded(secret, 'base64'))) throw everybodysKey(place);
	const bytes =
		encoding === 'text' ? Buffer.from(secret) : decoded(secret.replace(PREFIX, ''), encoding);
	if (isPublicKey(bytes)) throw everybodysKey(place);
	if (bytes && bytes.length > 0) return bytes;
	throw recipeError(
		bytes ? `${place} is empty` : `${place} is not written in ${encoding}`,
		'Copy the secret from the partner again, whole, or choose another Key Encoding.',
	);
}

/** A JWK of a shared secret (RFC 7518, section 6.4). */
function ofJwk(secret: string, place: string): Buffer {
	let jwk: { kty?: unknown; k?: unknown } = {};
	try {
		jwk = JSON.parse(secret) as typeof jwk;
	} catch {
		// PEM, or text that only begins like JSON.
	}
	const bytes = jwk.kty === 'oct' ? decoded(String(jwk.k ?? ''), 'base64url') : undefined;
	if (bytes && bytes.length > 0) return bytes;
	throw everybodysKey(place);
}

function everybodysKey(place: string): Error {
	return recipeError(
		`${place} is a public key`,
		'The algorithm takes a secret that both sides have, and a public key is none. Choose the algorithm that belongs to the key.',
	);
}
