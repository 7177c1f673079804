import { UserError, type IHttpRequestOptions } from 'n8n-workflow';
import { parseJsonObject } from '../auth/json';
import { signJwt } from '../auth/jwt';
import { serialise, withExactBytes, type RequestOptions } from '../auth/outgoing-request';

/** The JSON that a signed request was made from, should n8n authenticate that request once more. */
const signedJson = new WeakMap<object, string>();

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
	const iat = Math.floor(Date.now() / 1000);
	const payload = { iat, exp: iat + lifeInSeconds, ...parseObject(json) };
	outgoing.url.searchParams.set('signature', signJwt(JSON.stringify(payload), merchantSecretKey));
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
