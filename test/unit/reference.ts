import { enc, HmacSHA256, type lib } from 'crypto-js';

/** Bytes for crypto-js: Latin-1 maps every byte to itself. */
export function words(bytes: Buffer): lib.WordArray {
	return enc.Latin1.parse(bytes.toString('latin1'));
}

/** HMAC-SHA256 in lower-case hex, by an implementation that the shipped code does not use. */
export function referenceHmac(key: string, message: string | Buffer): string {
	const text = typeof message === 'string' ? enc.Utf8.parse(message) : words(message);
	return HmacSHA256(text, enc.Utf8.parse(key)).toString(enc.Hex);
}

/** Header and payload of a JWT whose HS256 signature is right; undefined where it is not. */
export function openJwt(token: string, secret: string) {
	const [header, payload, signature] = token.split('.');
	const expected = HmacSHA256(`${header}.${payload}`, enc.Utf8.parse(secret));
	if (expected.toString(enc.Base64url) !== signature) return undefined;
	const read = (part: string) => enc.Base64url.parse(part).toString(enc.Utf8);
	return { header: JSON.parse(read(header)) as object, payload: read(payload) };
}
