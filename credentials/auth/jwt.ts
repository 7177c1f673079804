import { createHmac } from 'node:crypto';

const HEADER = base64url('{"typ":"JWT","alg":"HS256"}');

/**
 * A compact JSON Web Token signed with HS256 (RFC 7515, section 3.1; RFC 7518, section 3.2).
 *
 * @param payload JSON text of the claims, used byte for byte
 * @param secret the shared secret, used as UTF-8
 * @returns header, payload and signature in base64url, joined by dots
 */
export function signJwt(payload: string, secret: string): string {
	const signingInput = `${HEADER}.${base64url(payload)}`;
	return `${signingInput}.${createHmac('sha256', secret).update(signingInput).digest('base64url')}`;
}

function base64url(text: string): string {
	return Buffer.from(text, 'utf8').toString('base64url');
}
