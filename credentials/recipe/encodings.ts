import type { KeyEncoding, Output } from './recipe';

/** The bytes of a digest. Nobody means to have them in a text: without a filter they are lower-case hex. */
export class Digest {
	constructor(readonly bytes: Buffer) {}
}

/** What a placeholder stands for. */
export type Value = string | Buffer | Digest;

/** Text or bytes as they go into a text that is signed. */
export function plainOf(value: Value): string | Buffer {
	return value instanceof Digest ? value.bytes.toString('hex') : value;
}

/** As text; bytes are read as UTF-8. */
export function textOfValue(value: Value): string {
	const plain = plainOf(value);
	return typeof plain === 'string' ? plain : plain.toString('utf8');
}

/** The bytes behind a value: those of a digest itself. */
export function bytesOf(value: Value): Buffer {
	if (value instanceof Digest) return value.bytes;
	return typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
}

/** Whether bytes are text in UTF-8. */
export function isText(bytes: Buffer): boolean {
	return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}

/** A signature as the partner wants it written. */
export function written(bytes: Buffer, output: Output): Value {
	switch (output) {
		case 'hex':
			return bytes.toString('hex');
		case 'HEX':
			return bytes.toString('hex').toUpperCase();
		case 'base64':
			return bytes.toString('base64');
		case 'base64url':
			return bytes.toString('base64url');
		case 'base64hex':
			return Buffer.from(bytes.toString('hex'), 'latin1').toString('base64');
		case 'raw':
			return new Digest(bytes);
	}
}

/**
 * The bytes that a text stands for. Either alphabet of Base64 is read, with padding or without, and
 * white space is no part of it.
 *
 * @returns undefined where it is not written that way
 */
export function decoded(text: string, encoding: Exclude<KeyEncoding, 'text'>): Buffer | undefined {
	const bare = text.replace(/\s+/g, '');
	if (encoding === 'hex') {
		return /^(?:[\da-f]{2})*$/i.test(bare) ? Buffer.from(bare, 'hex') : undefined;
	}
	const digits = bare.replace(/={1,2}$/, '');
	const isBase64 = /^[\w+/-]*$/.test(digits) && digits.length % 4 !== 1;
	return isBase64 ? Buffer.from(digits, 'base64') : undefined;
}
