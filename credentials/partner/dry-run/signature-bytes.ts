import { decoded, written, textOfValue } from '../../recipe/encodings';
import { OUTPUTS, type Output } from '../../recipe/recipe';

const DIGEST_BYTES: Record<string, number> = {
	md5: 16,
	sha1: 20,
	sha256: 32,
	sha384: 48,
	sha512: 64,
};
/** What a partner may print. */
export const WRITTEN_OUTPUTS: Output[] = OUTPUTS.filter((output) => output !== 'raw');

/** How many bytes a hash or an HMAC has; undefined for other algorithms. */
export function digestBytesOf(alg: string): number | undefined {
	return DIGEST_BYTES[/^(?:hmac|hash)-(\w+)$/.exec(alg)?.[1] ?? ''];
}

/** The bytes that a signature stands for where it is written in a certain way; undefined where it is not. */
export function bytesIn(signature: string, output: Output): Buffer | undefined {
	const bytes = read(signature, output);
	return bytes && textOfValue(written(bytes, output)) === signature ? bytes : undefined;
}

function read(signature: string, output: Output): Buffer | undefined {
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
			return undefined;
	}
}

/** How many bytes a signature may have, by how it may be written. */
export function possibleLengths(signature: string): Set<number> {
	return new Set(WRITTEN_OUTPUTS.flatMap((output) => bytesIn(signature, output)?.length ?? []));
}
