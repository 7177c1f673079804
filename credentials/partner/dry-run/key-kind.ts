import { ALGORITHMS } from '../../recipe/algorithms';
import { decoded, textOfValue } from '../../recipe/encodings';
import { privateKey } from '../../recipe/key';
import type { Step } from '../../recipe/recipe';

const WRITTEN = { text: 'text', base64: 'Base64', base64url: 'Base64', hex: 'hex' };
const CURVES: Record<string, string> = {
	prime256v1: 'P-256',
	secp384r1: 'P-384',
	secp521r1: 'P-521',
};
const SHORTEST_SUSPICIOUS = 24;

/**
 * What a key is, for people: `text, 32 bytes`, `Base64, 64 bytes`, `RSA, 2048 bits`. Never the key.
 *
 * @param key of a step that could be carried out
 */
export function kindOfKey({ alg, keyEncoding = 'text' }: Step, key: string | Buffer): string {
	const algorithm = ALGORITHMS[alg];
	const signer = algorithm.family === 'jwt' ? algorithm.signer : algorithm;
	if (signer.family === 'private') {
		const { asymmetricKeyType, asymmetricKeyDetails } = privateKey(
			textOfValue(key),
			signer.need,
			'Key',
		);
		const { modulusLength, namedCurve = '' } = asymmetricKeyDetails ?? {};
		if (modulusLength !== undefined) return `RSA, ${modulusLength} bits`;
		if (asymmetricKeyType !== 'ec') return 'Ed25519';
		return `elliptic curve ${CURVES[namedCurve] ?? namedCurve}`;
	}
	if (Buffer.isBuffer(key)) return `${key.length} bytes`;
	const bytes = keyEncoding === 'text' ? Buffer.from(key) : decoded(key, keyEncoding);
	return `${WRITTEN[keyEncoding]}, ${bytes?.length ?? 0} bytes`;
}

/** How a key that is used as text looks as if it were written; undefined where it looks like text. */
export function looksLike(key: string): 'PEM' | 'hex' | 'Base64' | undefined {
	if (key.includes('-----BEGIN')) return 'PEM';
	if (key.length < SHORTEST_SUSPICIOUS || key.length % 2 !== 0) return undefined;
	if (/^[\da-f]+$/i.test(key)) return 'hex';
	const isBase64 = key.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(key);
	return isBase64 && /[+/=]/.test(key) ? 'Base64' : undefined;
}
