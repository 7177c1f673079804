import { enc, HmacSHA256 } from 'crypto-js';

/** crypto-js takes bytes as words; Latin-1 maps every byte to itself. */
function words(data: Buffer) {
	return enc.Latin1.parse(data.toString('latin1'));
}

export function hmacHex(key: Buffer, message: Buffer): string {
	return HmacSHA256(words(message), words(key)).toString(enc.Hex);
}

export interface BasicPair {
	user: string;
	password: string;
}

/**
 * The pair of a Basic header, or undefined when the header isn't exactly `Basic <base64>`: no white
 * space or line break in the value, padding in place, UTF-8 inside (RFC 7617).
 */
export function readBasic(header: string | undefined): BasicPair | undefined {
	const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(header ?? '')?.[1];
	if (!encoded || encoded.length % 4 !== 0) return undefined;
	const bytes = enc.Base64.parse(encoded);
	if (enc.Base64.stringify(bytes) !== encoded) return undefined;
	const pair = utf8(() => enc.Utf8.stringify(bytes));
	// A password may hold colons, a user name can't: the first colon divides.
	const colon = pair?.indexOf(':') ?? -1;
	if (pair === undefined || colon < 0) return undefined;
	return { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
}

/** crypto-js throws on bytes that aren't UTF-8. */
function utf8(decode: () => string): string | undefined {
	try {
		return decode();
	} catch {
		return undefined;
	}
}

export function readBearer(header: string | undefined): string | undefined {
	return /^Bearer ([\x21-\x7e]+)$/.exec(header ?? '')?.[1];
}

export type JwtCheck = { payload: Record<string, unknown> } | { problem: 'signature' | 'time' };

// Own choice: a minute of tolerance for an `iat` ahead of the server's clock.
const IAT_TOLERANCE_IN_SECONDS = 60;

/** HS256 only, whatever the token's own header asks for. */
export function checkJwt(token: string, secret: string, nowMs: number): JwtCheck {
	const parts = token.split('.');
	const [head, body, signature] = parts;
	const header = jwtPart(head);
	const payload = jwtPart(body);
	if (parts.length !== 3 || header?.typ !== 'JWT' || header.alg !== 'HS256' || !payload) {
		return { problem: 'signature' };
	}
	const expected = HmacSHA256(`${head}.${body}`, enc.Utf8.parse(secret));
	if (enc.Base64url.stringify(expected) !== signature) return { problem: 'signature' };
	const nowSeconds = nowMs / 1000;
	const { exp, iat } = payload;
	if (exp !== undefined && !(typeof exp === 'number' && exp > nowSeconds)) {
		return { problem: 'time' };
	}
	const latestIat = nowSeconds + IAT_TOLERANCE_IN_SECONDS;
	if (iat !== undefined && !(typeof iat === 'number' && iat <= latestIat)) {
		return { problem: 'time' };
	}
	return { payload };
}

function jwtPart(part: string | undefined): Record<string, unknown> | undefined {
	// Base64url without padding (RFC 7515, section 2).
	if (!part || !/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
	const text = utf8(() => enc.Utf8.stringify(enc.Base64url.parse(part)));
	return text === undefined ? undefined : parseObject(text);
}

export function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
