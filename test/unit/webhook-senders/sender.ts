import {
	enc,
	HmacMD5,
	HmacSHA1,
	HmacSHA256,
	HmacSHA512,
	MD5,
	SHA1,
	SHA256,
	SHA512,
	type lib,
} from 'crypto-js';

/** A request as a partner sends it. */
export interface Sent {
	method?: string;
	url?: string;
	headers?: Record<string, string>;
	rawBody?: string;
}

/** A partner, as its documentation describes it: how it signs, by code that the package does not share. */
export interface Sender {
	preset: string;
	choices?: Record<string, string>;
	/** Of the credential, besides the secret. */
	values?: Record<string, string>;
	/** What the credential holds, and what another one would hold. */
	secret: string;
	otherSecret: string;
	send(nowInMs: number): { sent: Sent; signature: string };
	/** Parts of the request of which no character may change. */
	signed: string[];
	/** What may change, because nothing signs it. */
	unsigned?: string[];
	/** How old it may be, in seconds; not given where nothing tells its age. */
	maxAge?: number;
	/** Of the ID: undefined where signature and body tell a repeat. */
	id?: string;
}

export const URL = 'https://hooks.example.com/in/partner?a=1';
export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

const HMACS = { md5: HmacMD5, sha1: HmacSHA1, sha256: HmacSHA256, sha512: HmacSHA512 };
const HASHES = { md5: MD5, sha1: SHA1, sha256: SHA256, sha512: SHA512 };
type Hash = keyof typeof HMACS;

export const fromBase64 = (text: string) => enc.Base64.parse(text);
export const fromHex = (text: string) => enc.Hex.parse(text);

/** By crypto-js. */
export function hmac(hash: Hash, key: string | lib.WordArray, text: string) {
	const bytes = typeof key === 'string' ? enc.Utf8.parse(key) : key;
	return written(HMACS[hash](enc.Utf8.parse(text), bytes));
}

/** By crypto-js. */
export function digest(hash: Hash, text: string) {
	return written(HASHES[hash](enc.Utf8.parse(text)));
}

function written(bytes: lib.WordArray) {
	return {
		bytes,
		hex: bytes.toString(enc.Hex),
		base64: bytes.toString(enc.Base64),
		base64url: bytes.toString(enc.Base64url),
	};
}

export const seconds = (nowInMs: number) => String(Math.floor(nowInMs / 1000));
