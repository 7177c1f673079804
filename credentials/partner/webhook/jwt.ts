import type { KeyObject } from 'node:crypto';
import { equalBytes } from '../../auth/constant-time';
import { ALGORITHMS, type Algorithm } from '../../recipe/algorithms';
import { decoded } from '../../recipe/encodings';
import { keyName, type KeyNeed } from '../../recipe/key';
import { publicKey } from '../../recipe/public-key';
import { recipeError, quoted, suggestion } from '../../recipe/recipe-error';
import type { JwtSettings } from './recipe';
import { sharedKey, type KeyReading } from './shared-key';

export type Claims = Record<string, unknown>;

const SECOND = 1000;
const DEFAULT_SKEW_IN_SECONDS = 60;
const PREFIX = 'jwt-';
const KNOWN = Object.keys(ALGORITHMS)
	.filter((name) => name.startsWith(PREFIX))
	.map((name) => name.slice(PREFIX.length));

type Signer = Extract<Algorithm, { family: 'jwt' }>['signer'];

/** Verifies JWTs of certain algorithms, and no others. */
export interface JwtReader {
	/** @returns the claims, and the text that is signed; undefined where it is not signed by this key */
	claims(token: string, secret: string): { claims: Claims; text: string } | undefined;
	/**
	 * Of several JWKs those of another kind are for other tokens (RFC 7517, section 5).
	 *
	 * @throws UserError where a key is none, or none is one that the algorithms take
	 */
	assertKeys(secrets: string[]): void;
	/** Why a token is no longer or not yet valid (RFC 7519, sections 4.1.4 and 4.1.5); seconds since 1970. */
	refusal(claims: Claims, nowInMs: number): string | undefined;
}

/**
 * @param keyReading how a shared secret is written
 * @throws UserError where no algorithm is named, one is not known, or those that take a shared secret
 * stand beside those that take a public key
 */
export function jwtReader(settings: JwtSettings | undefined, keyReading: KeyReading): JwtReader {
	const { algs, skew = DEFAULT_SKEW_IN_SECONDS } = settings ?? { algs: [] };
	const signers = new Map(algs.map((name) => [name, signerOf(name)]));
	const families = new Set([...signers.values()].map(({ family }) => family));
	if (families.size === 0) {
		throw recipeError(
			'jwt: no algorithm is named',
			'Name those that the partner uses, such as RS256.',
		);
	}
	if (families.size > 1) {
		throw recipeError(
			'jwt: the algorithms take different keys',
			'HS256, HS384 and HS512 take a shared secret, all others a public key. Name those of one kind only.',
		);
	}
	return {
		claims: (token, secret) => verified(token, secret, signers, keyReading),
		assertKeys: (secrets) => {
			const all = [...signers.values()];
			const [first = ''] = secrets;
			const meant = secrets.filter((secret) => !isOfAnotherKind(secret, all));
			for (const secret of meant.length > 0 ? meant : [first]) assertKey(secret, all, keyReading);
		},
		refusal: ({ exp, nbf }, nowInMs) => {
			const now = nowInMs / SECOND;
			if (!isMoment(exp) || !isMoment(nbf)) return 'its time cannot be read';
			if (exp !== undefined && now >= Number(exp) + skew) return 'it has expired';
			if (nbf !== undefined && now < Number(nbf) - skew) return 'it is not valid yet';
			return undefined;
		},
	};
}

function signerOf(name: string): Signer {
	const algorithm = KNOWN.includes(name) ? ALGORITHMS[PREFIX + name] : undefined;
	if (algorithm?.family === 'jwt') return algorithm.signer;
	throw recipeError(`jwt: ${quoted(name)} is not known`, suggestion(name, KNOWN));
}

function isMoment(value: unknown): boolean {
	return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}

function verified(
	token: string,
	secret: string,
	signers: Map<string, Signer>,
	keyReading: KeyReading,
): { claims: Claims; text: string } | undefined {
	const parts = token.split('.');
	const [header, payload] = parts.slice(0, 2).map(objectIn);
	const signature = bytesIn(parts[2] ?? '');
	if (parts.length !== 3 || !header || !payload || !signature?.length) return undefined;
	// An extension that must be understood, and is not (RFC 7515, section 4.1.11).
	if (header.crit !== undefined) return undefined;
	const signer = signers.get(String(header.alg));
	if (!signer || !isKeyOf(header, secret)) return undefined;
	const key = attempt(() => keyFor(signer, secret, keyReading));
	if (key === undefined) return undefined;
	const text = `${parts[0]}.${parts[1]}`;
	const isRight =
		signer.family === 'hmac'
			? equalBytes(signer.run(text, key as Buffer), signature)
			: signer.verify(text, key as KeyObject, signature);
	return isRight ? { claims: payload, text } : undefined;
}

function keyFor(signer: Signer, secret: string, keyReading: KeyReading) {
	return signer.family === 'hmac'
		? sharedKey(secret, keyReading)
		: publicKey(secret, signer.need, keyReading.place);
}

/** One of the algorithms must take it: an RSA key is none for ES256, which may be named beside RS256. */
function assertKey(secret: string, signers: Signer[], keyReading: KeyReading): void {
	const [first] = signers;
	const isTaken = signers.some((signer) => attempt(() => keyFor(signer, secret, keyReading)));
	if (!isTaken && first) keyFor(first, secret, keyReading);
}

/** Of a JWK set the one that the token names, where it names one. */
function isKeyOf({ kid, alg }: Claims, secret: string): boolean {
	const own = jwkOf(secret);
	const isNamed = kid === undefined || own.kid === undefined || kid === own.kid;
	return isNamed && (own.alg === undefined || alg === own.alg) && own.use !== 'enc';
}

function isOfAnotherKind(secret: string, signers: Signer[]): boolean {
	const { kty, crv, use } = jwkOf(secret);
	if (kty === undefined) return false;
	const kinds = signers.map((signer) => (signer.family === 'hmac' ? 'oct' : kindOf(signer.need)));
	return use === 'enc' || !kinds.includes([kty, crv].filter(Boolean).join(' '));
}

/** As a JWK names it. */
function kindOf({ type, curve = '' }: KeyNeed): string {
	if (type === 'rsa') return 'RSA';
	return type === 'ec' ? `EC ${keyName(type, curve)}` : 'OKP Ed25519';
}

function jwkOf(secret: string): Claims {
	const value = secret.startsWith('{') ? parsed(secret) : undefined;
	return isObject(value) ? value : {};
}

function attempt<T>(make: () => T): T | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}

function bytesIn(part: string): Buffer | undefined {
	return /^[\w-]*$/.test(part) ? decoded(part, 'base64url') : undefined;
}

function objectIn(part: string): Claims | undefined {
	const value = parsed(bytesIn(part)?.toString('utf8') ?? '');
	return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Claims {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
