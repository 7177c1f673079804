import { equalBytes, equalInConstantTime } from '../../auth/constant-time';
import { ALGORITHMS, type Algorithm } from '../../recipe/algorithms';
import { decoded } from '../../recipe/encodings';
import { publicKey } from '../../recipe/public-key';
import type { Output } from '../../recipe/recipe';
import { quoted, recipeError, suggestion } from '../../recipe/recipe-error';
import { sharedKey, type KeyReading } from './shared-key';

/** Whether a signature is right, for one algorithm and one way of writing it. */
export interface SignatureCheck {
	/** Whether a key takes part besides the text. */
	takesKey: boolean;
	/** @throws UserError where the key is none that the algorithm takes */
	assertKey(key: string | Buffer): void;
	/** Whether one of the signatures is right. */
	fits(signatures: string[], text: string | Buffer, key: string | Buffer): boolean;
}

const ALIASES: Record<string, string> = {
	'ecdsa-sha256': 'ecdsa-der-sha256',
	'ecdsa-sha384': 'ecdsa-der-sha384',
	'ecdsa-sha512': 'ecdsa-der-sha512',
};
const NAMES = [...Object.keys(ALGORITHMS).filter((name) => !name.startsWith('jwt-')), 'jwt'];

/** @throws UserError where the algorithm is not known, or is one for JWTs only */
export function signatureCheck(
	alg: string,
	output: Output | undefined,
	keyReading: KeyReading,
): SignatureCheck {
	const name = ALIASES[alg] ?? alg;
	const algorithm = NAMES.includes(name) ? ALGORITHMS[name] : undefined;
	if (!algorithm || algorithm.family === 'jwt') {
		throw recipeError(`alg: ${quoted(alg)} is not known`, suggestion(alg, NAMES));
	}
	if (algorithm.family === 'text') return TOKEN_CHECK;
	const bytesOf = (signature: string) =>
		signatureBytes(signature, output ?? usualOutput(algorithm));
	if (algorithm.family === 'private') {
		const keyOf = (key: string | Buffer) =>
			publicKey(key.toString(), algorithm.need, keyReading.place);
		return {
			takesKey: true,
			assertKey: keyOf,
			fits: (signatures, text, key) =>
				signatures.map(bytesOf).some((bytes) => bytes && algorithm.verify(text, keyOf(key), bytes)),
		};
	}
	const digest = (text: string | Buffer, key: string | Buffer) =>
		algorithm.family === 'hash' ? algorithm.run(text) : algorithm.run(text, bytesOfKey(key));
	const bytesOfKey = (key: string | Buffer) =>
		typeof key === 'string' ? sharedKey(key, keyReading) : key;
	return {
		takesKey: algorithm.family === 'hmac',
		assertKey: algorithm.family === 'hmac' ? bytesOfKey : () => {},
		fits: (signatures, text, key) => {
			const expected = digest(text, key);
			// All of them, so that the time does not tell which one it was.
			const fitting = signatures
				.map(bytesOf)
				.filter((bytes) => bytes && equalBytes(bytes, expected));
			return fitting.length > 0;
		},
	};
}

/** A secret that is sent as it is: what is compared is the text that the recipe describes. */
const TOKEN_CHECK: SignatureCheck = {
	takesKey: false,
	assertKey: () => {},
	fits: (signatures, text) => {
		const expected = text.toString();
		const fitting = signatures.filter((each) => equalInConstantTime(each, expected));
		return expected !== '' && fitting.length > 0;
	},
};

function usualOutput({ family }: Algorithm): Output {
	return family === 'private' ? 'base64' : 'hex';
}

/** Undefined where it is not written that way: nothing is read out of half a signature. */
function signatureBytes(signature: string, output: Output): Buffer | undefined {
	if (/\s/.test(signature) || signature === '') return undefined;
	switch (output) {
		case 'hex':
		case 'HEX':
			return decoded(signature, 'hex');
		case 'base64':
		case 'base64url':
			return decoded(signature, 'base64');
		case 'base64hex':
			return decoded(decoded(signature, 'base64')?.toString('latin1') ?? '-', 'hex');
		case 'raw':
			return Buffer.from(signature, 'latin1');
	}
}
