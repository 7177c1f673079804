import { UserError, type IHttpRequestOptions } from 'n8n-workflow';
import { parseJsonObject } from '../auth/json';
import { signJwt } from '../auth/jwt';
import { serialise, withExactBytes, type RequestOptions } from '../auth/outgoing-request';
import { trimmed } from '../auth/text';

const ONE_HOUR_IN_SECONDS = 3600;
const ONE_SECOND_IN_MS = 1000;

/** The JSON that a signed request was made from, should n8n authenticate that request once more. */
const signedJson = new WeakMap<object, string>();

/**
 * What is typed as lifetime of a signature, in seconds; an hour where nothing is.
 *
 * @throws UserError where it is anything but a whole number above zero, in digits
 */
export function signatureLifeInSeconds(typed: unknown): number {
	const isWritten = typeof typed === 'string' || typeof typed === 'number';
	const text = isWritten ? trimmed(String(typed)) : (typed ?? '');
	if (text === '') return ONE_HOUR_IN_SECONDS;
	const seconds = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : NaN;
	if (seconds >= 1 && Number.isSafeInteger(seconds)) return seconds;
	throw new UserError('Signature Lifetime (Seconds) must be a whole number of at least 1', {
		description:
			'Open the credential and write Signature Lifetime in digits only, e.g. 3600. Nothing was sent.',
	});
}

/**
 * The JWT over purchase settings that Pledg takes as `signature` (Pledg, "Signature of the
 * parameters"). `iat` and `exp` (seconds) are set unless the payload has them.
 *
 * @param payload `data` and, for a purchase link, `purchase_link_settings`
 */
export function purchaseSignature(
	payload: object,
	merchantSecretKey: string,
	lifeInSeconds: number,
	nowInMs: number,
): string {
	const iat = Math.floor(nowInMs / ONE_SECOND_IN_MS);
	const claims = { iat, exp: iat + lifeInSeconds, ...payload };
	return signJwt(JSON.stringify(claims), merchantSecretKey);
}

/**
 * Turns the JSON body of a request into a JWT that travels as the query parameter `signature`, the
 * way Pledg signs a purchase. The body itself is not sent. `iat` and `exp` (seconds) are set
 * unless the body has them.
 *
 * @param lifeInSeconds until the signature expires
 * @throws UserError where the body is not a JSON object
 */
export function withSignature(
	options: RequestOptions,
	origin: string,
	merchantSecretKey: string,
	lifeInSeconds: number,
): IHttpRequestOptions {
	const outgoing = serialise(options, origin);
	const json = signedJson.get(options) ?? outgoing.body.toString();
	const payload = parseObject(json);
	const signature = purchaseSignature(payload, merchantSecretKey, lifeInSeconds, Date.now());
	outgoing.url.searchParams.set('signature', signature);
	const signed = withExactBytes(
		options,
		{ ...outgoing, body: '', contentType: '' },
		{
			'Content-Type': undefined,
		},
	);
	signedJson.set(signed, json);
	return signed;
}

function parseObject(json: string): object {
	const value = parseJsonObject(json);
	if (value) return value;
	throw new UserError('A signed Pledg request needs a JSON object as body', {
		description:
			'Send the purchase settings as JSON, e.g. {"data": {"merchantUid": "mer_...", "amountCents": 2000}}. They become the signature. Nothing was sent.',
	});
}
