import {
	constants,
	createHash,
	createHmac,
	sign,
	verify,
	type KeyObject,
	type SignKeyObjectInput,
} from 'node:crypto';
import type { KeyNeed } from './key';

/** How an algorithm of a recipe works. */
export type Algorithm =
	/** A named value without a digest. */
	| { family: 'text' }
	| { family: 'hash'; run(text: string | Buffer): Buffer }
	| { family: 'hmac'; run(text: string | Buffer, key: string | Buffer): Buffer }
	| {
			family: 'private';
			need: KeyNeed;
			run(text: string | Buffer, key: KeyObject): Buffer;
			/** Whether a signature is one of the private key that belongs to a public one. */
			verify(text: string | Buffer, key: KeyObject, signature: Buffer): boolean;
	  }
	/** A compact JWT (RFC 7515, section 3.1), signed by another of these. */
	| { family: 'jwt'; name: string; signer: Extract<Algorithm, { family: 'hmac' | 'private' }> };

type Signer = Extract<Algorithm, { family: 'private' }>;

const hash = (name: string): Algorithm => ({
	family: 'hash',
	run: (text) => createHash(name).update(text).digest(),
});
const hmac = (name: string) =>
	({
		family: 'hmac',
		run: (text: string | Buffer, key: string | Buffer) =>
			createHmac(name, key).update(text).digest(),
	}) as const;
const bytes = (text: string | Buffer) => Buffer.from(text as string);

const signer = (
	need: KeyNeed,
	hash: string | null,
	settings: Omit<SignKeyObjectInput, 'key'> = {},
): Signer => ({
	family: 'private',
	need,
	run: (text, key) => sign(hash, bytes(text), { key, ...settings }),
	verify: (text, key, signature) => verify(hash, bytes(text), { key, ...settings }, signature),
});
const rsa = (name: string): Signer => signer({ type: 'rsa' }, name);
const pss = (name: string): Signer =>
	signer({ type: 'rsa' }, name, {
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
	});
const ecdsa = (name: string, dsaEncoding: 'der' | 'ieee-p1363', curve?: string): Signer =>
	signer({ type: 'ec', curve }, name, { dsaEncoding });
const ed25519 = signer({ type: 'ed25519' }, null);
const jwt = (name: string, signer: Signer | ReturnType<typeof hmac>): Algorithm => ({
	family: 'jwt',
	name,
	signer,
});

/** By their names in recipes. JWT: RFC 7518, section 3.1, and RFC 8037. */
export const ALGORITHMS: Record<string, Algorithm> = {
	text: { family: 'text' },
	...each(['md5', 'sha1', 'sha256', 'sha384', 'sha512'], 'hash-', hash),
	...each(['md5', 'sha1', 'sha256', 'sha384', 'sha512'], 'hmac-', hmac),
	...each(['sha1', 'sha256', 'sha384', 'sha512'], 'rsa-', rsa),
	...each(['sha256', 'sha384', 'sha512'], 'rsa-pss-', pss),
	...each(['sha256', 'sha384', 'sha512'], 'ecdsa-p1363-', (name) => ecdsa(name, 'ieee-p1363')),
	...each(['sha256', 'sha384', 'sha512'], 'ecdsa-der-', (name) => ecdsa(name, 'der')),
	ed25519,
	...each(['256', '384', '512'], 'jwt-HS', (bits) => jwt(`HS${bits}`, hmac(`sha${bits}`))),
	...each(['256', '384', '512'], 'jwt-RS', (bits) => jwt(`RS${bits}`, rsa(`sha${bits}`))),
	...each(['256', '384', '512'], 'jwt-PS', (bits) => jwt(`PS${bits}`, pss(`sha${bits}`))),
	'jwt-ES256': jwt('ES256', ecdsa('sha256', 'ieee-p1363', 'prime256v1')),
	'jwt-ES384': jwt('ES384', ecdsa('sha384', 'ieee-p1363', 'secp384r1')),
	'jwt-ES512': jwt('ES512', ecdsa('sha512', 'ieee-p1363', 'secp521r1')),
	'jwt-EdDSA': jwt('EdDSA', ed25519),
};

function each(
	names: string[],
	prefix: string,
	algorithm: (name: string) => Algorithm,
): Record<string, Algorithm> {
	return Object.fromEntries(names.map((name) => [prefix + name, algorithm(name)]));
}
