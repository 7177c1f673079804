import { createHash } from 'node:crypto';
import { encodeRfc3986 } from '../auth/query-string';
import { crc32 } from './crc32';
import { bytesOf, decoded, Digest, plainOf, textOfValue, type Value } from './encodings';
import { minified, sortedJson } from './json-text';
import { bytesEncoded, formEncoded, percentDecoded } from './percent';

/** A filter of a placeholder, e.g. `sha256` in `{body|sha256}`. */
export interface Filter {
	/**
	 * What it does to a secret: a digest of it tells nothing; a part of it, or its digest, can be
	 * guessed; anything else can be undone.
	 */
	kind: 'digest' | 'part' | 'reversible';
	takesNumber?: boolean;
	/** @returns undefined where the value is not what the filter decodes */
	apply(value: Value, number: number): Value | undefined;
}

const digest = (hash: string): Filter => ({
	kind: 'digest',
	apply: (value) => new Digest(createHash(hash).update(plainOf(value)).digest()),
});
const onText = (change: (text: string) => string): Filter => ({
	kind: 'reversible',
	apply: (value) => change(textOfValue(value)),
});
const onBytes = (change: (bytes: Buffer) => Value): Filter => ({
	kind: 'reversible',
	apply: (value) => change(bytesOf(value)),
});

/** By their names in templates. */
export const FILTERS: Record<string, Filter> = {
	sha256: digest('sha256'),
	sha512: digest('sha512'),
	sha384: digest('sha384'),
	sha1: digest('sha1'),
	md5: digest('md5'),
	hex: onBytes((bytes) => bytes.toString('hex')),
	base64: onBytes((bytes) => bytes.toString('base64')),
	base64url: onBytes((bytes) => bytes.toString('base64url')),
	raw: onBytes((bytes) => bytes),
	unbase64: { kind: 'reversible', apply: (value) => decoded(textOfValue(value), 'base64') },
	unhex: { kind: 'reversible', apply: (value) => decoded(textOfValue(value), 'hex') },
	url: {
		kind: 'reversible',
		apply: (value) => {
			const plain = plainOf(value);
			return typeof plain === 'string' ? encodeRfc3986(plain) : bytesEncoded(plain);
		},
	},
	form: onText(formEncoded),
	unurl: onText(percentDecoded),
	lower: onText((text) => text.toLowerCase()),
	upper: onText((text) => text.toUpperCase()),
	trim: onText((text) => text.trim()),
	nospace: onText((text) => text.replace(/\s+/g, '')),
	minify: onText(minified),
	sortjson: onText(sortedJson),
	json: onText((text) => JSON.stringify(text)),
	/** The same between quotation marks that stand in the template already; not to be written by people. */
	jsonInside: onText((text) => JSON.stringify(text).slice(1, -1)),
	first: {
		kind: 'part',
		takesNumber: true,
		apply: (value, count) => {
			const plain = plainOf(value);
			const isAscii = typeof plain === 'string' && /^[\0-\x7f]*$/.test(plain);
			return isAscii ? plain.slice(0, count) : Buffer.from(plain).subarray(0, count);
		},
	},
	/** A check sum, which proves nothing by itself: in decimal digits, as PayPal signs it. */
	crc32: { kind: 'part', apply: (value) => String(crc32(bytesOf(value))) },
	length: { kind: 'part', apply: (value) => String(Buffer.byteLength(plainOf(value))) },
};

/** Those that people may write. */
export const FILTER_NAMES = Object.keys(FILTERS).filter((name) => name !== 'jsonInside');
