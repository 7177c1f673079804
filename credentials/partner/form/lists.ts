import type { INodePropertyOptions } from 'n8n-workflow';
import type { KeyEncoding, Output } from '../../recipe/recipe';

const DIGESTS = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };
const ALL_DIGESTS = { md5: 'MD5', ...DIGESTS };
const LONG_DIGESTS = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** Of the field Algorithm: the commonest first, then by family. */
export const ALGORITHMS: INodePropertyOptions[] = [
	...family('hmac-', ALL_DIGESTS, (digest) => `HMAC-${digest.replace('-', '')}`),
	...family('hash-', ALL_DIGESTS, (digest) => `Hash ${digest}, Without a Key`),
	...family('rsa-', DIGESTS, (digest) => `RSA With ${digest}`),
	...family('rsa-pss-', LONG_DIGESTS, (digest) => `RSA-PSS With ${digest}`),
	...family('ecdsa-der-', LONG_DIGESTS, (digest) => `ECDSA With ${digest}, DER`),
	...family('ecdsa-p1363-', LONG_DIGESTS, (digest) => `ECDSA With ${digest}, IEEE P1363`),
	{ name: 'Ed25519', value: 'ed25519' },
	...['HS', 'RS', 'PS', 'ES'].flatMap((kind) =>
		['256', '384', '512'].map((bits) => ({
			name: `JWT ${kind}${bits}`,
			value: `jwt-${kind}${bits}`,
		})),
	),
	{ name: 'JWT EdDSA', value: 'jwt-EdDSA' },
];

/** The algorithms that take no key. */
export const WITHOUT_KEY = Object.keys(ALL_DIGESTS).map((digest) => `hash-${digest}`);

/** The algorithms whose key may be bytes that are written as text. */
export const WITH_SHARED_KEY = ALGORITHMS.map(({ value }) => String(value)).filter((value) =>
	/^(hmac-|jwt-HS)/.test(value),
);

export const JWT_ALGORITHMS = ALGORITHMS.map(({ value }) => String(value)).filter((value) =>
	value.startsWith('jwt-'),
);

export const KEY_ENCODINGS: Array<INodePropertyOptions & { value: KeyEncoding }> = [
	{ name: 'Text', value: 'text' },
	{ name: 'Base64', value: 'base64' },
	{ name: 'Base64url', value: 'base64url' },
	{ name: 'Hex', value: 'hex' },
];

export const OUTPUTS: Array<INodePropertyOptions & { value: Output }> = [
	{ name: 'Hex', value: 'hex' },
	{ name: 'Upper-Case Hex', value: 'HEX' },
	{ name: 'Base64', value: 'base64' },
	{ name: 'Base64url', value: 'base64url' },
	{ name: 'Base64 of Hex', value: 'base64hex' },
];

/** The value of a choice that opens a field for a pattern. */
export const OWN_PATTERN = 'pattern';

export const TIME_FORMATS: INodePropertyOptions[] = [
	{ name: 'Milliseconds', value: 'ms' },
	{ name: 'Seconds', value: 's' },
	{ name: 'ISO 8601 in UTC (2026-01-31T23:59:59Z)', value: 'YYYY-MM-DD[T]HH:mm:ss[Z]' },
	{ name: 'ISO 8601 With Milliseconds', value: 'YYYY-MM-DD[T]HH:mm:ss.SSS[Z]' },
	{ name: 'ISO 8601 With Offset (2026-01-31T23:59:59+07:00)', value: 'YYYY-MM-DD[T]HH:mm:ssZZ' },
	{ name: 'HTTP Date', value: 'ddd, DD MMM YYYY HH:mm:ss [GMT]' },
	{ name: 'Pattern', value: OWN_PATTERN },
];

export const PLACES: INodePropertyOptions[] = [
	{ name: 'Header', value: 'header' },
	{ name: 'Query', value: 'query' },
	{ name: 'Query, Not Escaped', value: 'rawquery' },
	{ name: 'Body, a Field', value: 'body' },
	{ name: 'Body, the Whole', value: 'wholebody' },
];

/** What a list calls a value. */
export function nameOf(list: INodePropertyOptions[], value: string): string {
	return list.find((option) => option.value === value)?.name ?? value;
}

function family(
	prefix: string,
	digests: Record<string, string>,
	nameOf: (digest: string) => string,
): INodePropertyOptions[] {
	const all = Object.entries(digests).map(([value, name]) => ({
		name: nameOf(name),
		value: prefix + value,
	}));
	// Half of all partners take SHA-256.
	return [
		...all.filter(({ value }) => value.endsWith('sha256')),
		...all.filter(({ value }) => !value.endsWith('sha256')),
	];
}
