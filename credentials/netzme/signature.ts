import type { AccessToken } from '../token/access-token';
import { hmacSha256Hex } from '../auth/hmac';
import type { OutgoingRequest } from '../auth/outgoing-request';

/**
 * The headers that every call carries except the one for the token (Netzme, "Authentication").
 *
 * Key: `<client secret>-<request time>-<authorization>`. Signature: lower-case hex of HMAC-SHA256.
 */
export function signedHeaders(
	outgoing: OutgoingRequest,
	token: AccessToken,
	clientId: string,
	clientSecret: string,
): Record<string, string> {
	const Authorization = `Bearer ${token.value}`;
	const requestTime = String(Date.now() + token.clockOffset);
	return {
		Authorization,
		'Request-Time': requestTime,
		'Client-Id': clientId,
		'Content-Type': outgoing.contentType || 'application/json',
		Signature: hmacSha256Hex(
			`${clientSecret}-${requestTime}-${Authorization}`,
			canonicalString(outgoing, Authorization, requestTime),
			outgoing.body,
		),
	};
}

/**
 * What is signed, but for the body, which follows byte for byte. The document names path, method,
 * request time and body; the place of the token and the word `timestamp` come from integrations in
 * use.
 *
 * @param requestTime epoch milliseconds, the same text as in the Request-Time header
 */
function canonicalString(
	{ url, method }: OutgoingRequest,
	authorization: string,
	requestTime: string,
): string {
	const path = url.pathname + url.search;
	return `path=${path}&method=${method}&token=${authorization}&timestamp=${requestTime}&body=`;
}
