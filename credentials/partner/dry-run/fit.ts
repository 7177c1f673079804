import { createPublicKey, verify, constants, type KeyObject } from 'node:crypto';
import { ALGORITHMS, type Algorithm } from '../../recipe/algorithms';
import { compileRecipe } from '../../recipe/compile';
import { Digest, textOfValue, written } from '../../recipe/encodings';
import { beforeStep } from '../../recipe/evaluate';
import { privateKey } from '../../recipe/key';
import type { Output } from '../../recipe/recipe';
import { bytesIn, WRITTEN_OUTPUTS } from './signature-bytes';
import { withSteps } from './suspect';
import type { Trial } from './trial';

/** What a trial signs, before it is compared. */
export interface Attempt {
	/** The same for trials that give the same signature. */
	id: string;
	/**
	 * Whether a signature is the one of this trial.
	 *
	 * @returns how it is written; undefined where it is another one
	 */
	compare(signature: string): Output | undefined;
}

/**
 * Evaluates a recipe up to one step. Nothing is signed with a private key: many signatures are
 * another one every time, so the partner's is verified with the public key in its stead.
 *
 * @throws UserError where the recipe, a key or the request does not fit
 */
export function attempt(trial: Trial, position: number): Attempt {
	const { alg, keyEncoding = 'text', output = 'hex' } = trial.recipe.steps[position];
	const algorithm = ALGORITHMS[alg];
	const isDigest = algorithm?.family === 'hmac' || algorithm?.family === 'hash';
	const plain =
		(isDigest && withSteps(trial, (_, at) => (at === position ? { output: 'raw' } : undefined))) ||
		trial;
	const { recipe, fields, request, inputs } = plain;
	const { step, scene } = beforeStep(compileRecipe(recipe, fields), request, inputs, position);
	const text = step.text.evaluate(scene);
	const key = step.key?.evaluate(scene) ?? '';
	const id = [alg, keyEncoding, latin1(key), latin1(text)].join('\0');
	if (algorithm.family === 'private') {
		const publicKey = createPublicKey(privateKey(textOfValue(key), algorithm.need, `${alg}: Key`));
		return {
			id,
			compare: (signature) =>
				WRITTEN_OUTPUTS.find((each) => isVerified(alg, text, publicKey, bytesIn(signature, each))),
		};
	}
	return {
		id,
		compare: (signature) => {
			const { result } = step.run(scene);
			if (result instanceof Digest) {
				// First as the recipe has it: what has only digits is hex in either case.
				return [output, ...WRITTEN_OUTPUTS].find(
					(each) => each !== 'raw' && textOfValue(written(result.bytes, each)) === signature,
				);
			}
			const isSame = isSameText(algorithm, textOfValue(result), signature, step.alg, key);
			return isSame ? output : undefined;
		},
	};
}

/** Of a JWT with a signature that is another one every time, only what it says is compared as text. */
function isSameText(
	algorithm: Algorithm,
	own: string,
	given: string,
	alg: string,
	key: string | Buffer,
): boolean {
	if (own === given || algorithm.family !== 'jwt' || algorithm.signer.family !== 'private') {
		return own === given;
	}
	const [signed, signature] = splitAtLast(given);
	if (signed !== splitAtLast(own)[0]) return false;
	const publicKey = createPublicKey(privateKey(textOfValue(key), algorithm.signer.need, 'Key'));
	return isVerified(alg, signed, publicKey, bytesIn(signature, 'base64url'));
}

function splitAtLast(jwt: string): [signed: string, signature: string] {
	const dot = jwt.lastIndexOf('.');
	return [jwt.slice(0, dot), jwt.slice(dot + 1)];
}

function isVerified(
	alg: string,
	text: string | Buffer,
	key: KeyObject,
	signature: Buffer | undefined,
): boolean {
	if (!signature) return false;
	const bits = /(256|384|512|sha1)$/.exec(alg)?.[1] ?? '';
	const hash = bits === '' ? null : bits === 'sha1' ? bits : `sha${bits}`;
	const isPss = /pss|PS\d/.test(alg);
	const dsaEncoding = /der/.test(alg) ? 'der' : 'ieee-p1363';
	const padding = isPss
		? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
		: {};
	try {
		return verify(hash, Buffer.from(text as string), { key, dsaEncoding, ...padding }, signature);
	} catch {
		// Not even of the length that it must have.
		return false;
	}
}

const latin1 = (value: string | Buffer) => Buffer.from(value as string).toString('latin1');
