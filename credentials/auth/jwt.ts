import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { equalInConstantTime } from './constant-time';
import { parseExactly, parseJsonObject } from './json';

const HEADER = base64url('{"typ":"JWT","alg":"HS256"}');
const ONE_SECOND_IN_MS = 1000;
/** Clocks differ (RFC 7519, sections 4.1.4 and 4.1.5: "some small leeway, usually no more than a few minutes"). */
const LEEWAY_IN_MS = 60_000;

/**
 * Why a token is not accepted: it is no JSON Web Token, its header asks for another algorithm than
 * HS256, its signature does not fit, its `exp` is past, or its `nbf` is still to come, each by more than
 * a minute.
 */
export type JwtRefusal = 'malformed' | 'algorithm' | 'signature' | 'expired' | 'early';

/**
 * A compact JSON Web Token signed with HS256 (RFC 7515, section 3.1; RFC 7518, section 3.2).
 *
 * @param payload JSON text of the claims, used byte for byte
 * @param secret the shared secret, used as UTF-8
 * @returns header, payload and signature in base64url, joined by dots
 */
export function signJwt(payload: string, secret: string): string {
	const signingInput = `${HEADER}.${base64url(payload)}`;
	return `${signingInput}.${signatureOf(signingInput, secret)}`;
}

/**
 * The claims of a token that {@link signJwt} or anybody else with the secret has signed. HS256 is
 * the only algorithm, whatever the token's header says (RFC 8725, section 3.1), and base64url has
 * one way of writing each value. Claims are not even decoded before the signature fits. Whole
 * numbers in them with too many digits for JavaScript become text.
 *
 * @param nowInMs epoch milliseconds, for `exp` and `nbf` (RFC 7519, section 4.1); they may be off by
 * up to 60 seconds, as clocks are
 */
export function verifyJwt(
	token: string,
	secret: string,
	nowInMs: number,
): { claims: IDataObject } | { refusal: JwtRefusal } {
	const [header, payload, signature, ...rest] = token.split('.');
	const head = decodedObject(header);
	if (!head) return { refusal: 'malformed' };
	if (head.alg !== 'HS256' || 'crit' in head) return { refusal: 'algorithm' };
	if (!payload || !signature || rest.length > 0) return { refusal: 'malformed' };
	if (!equalInConstantTime(signatureOf(`${header}.${payload}`, secret), signature)) {
		return { refusal: 'signature' };
	}
	const claims = decodedObject(payload);
	if (!claims) return { refusal: 'malformed' };
	const refusal = timeRefusal(claims, nowInMs);
	return refusal ? { refusal } : { claims };
}

function timeRefusal({ exp, nbf }: IDataObject, nowInMs: number): JwtRefusal | undefined {
	const isTime = (value: unknown) => value === undefined || typeof value === 'number';
	if (!isTime(exp) || !isTime(nbf)) return 'malformed';
	const inMs = (seconds: unknown) => Number(seconds) * ONE_SECOND_IN_MS;
	if (exp !== undefined && nowInMs >= inMs(exp) + LEEWAY_IN_MS) return 'expired';
	if (nbf !== undefined && nowInMs < inMs(nbf) - LEEWAY_IN_MS) return 'early';
	return undefined;
}

function signatureOf(signingInput: string, secret: string): string {
	return createHmac('sha256', secret).update(signingInput).digest('base64url');
}

/** Undefined where it is not base64url without padding (RFC 7515, section 2) of a JSON object. */
function decodedObject(part: string): IDataObject | undefined {
	const bytes = Buffer.from(part, 'base64url');
	if (bytes.toString('base64url') !== part) return undefined;
	return parseJsonObject(bytes.toString('utf8'), parseExactly);
}

function base64url(text: string): string {
	return Buffer.from(text, 'utf8').toString('base64url');
}
