import type { IHttpRequestOptions } from 'n8n-workflow';
import { serialise, withExactBytes, type RequestOptions } from '../auth/outgoing-request';
import type { CompiledParts } from './compile-parts';
import { evaluate } from './evaluate';
import type { Inputs } from './scene';

/** What a signed request was made from, should n8n authenticate that request once more. */
const originals = new WeakMap<object, RequestOptions>();

/**
 * Signs a request of either shape that n8n knows, over the bytes that leave.
 *
 * @param origin of the credential; the request goes nowhere else
 * @returns new options; handed in again they are signed anew, from what they were made from
 * @throws UserError where the body cannot be signed, the request leads elsewhere, or as {@link evaluate}
 */
export function signRequest(
	recipe: CompiledParts,
	options: RequestOptions,
	origin: string,
	inputs: Inputs,
): IHttpRequestOptions {
	const original = originals.get(options) ?? options;
	const outgoing = Object.assign(serialise(original, origin), { headers: original.headers });
	const signed = evaluate(recipe, outgoing, inputs);
	const result = withExactBytes(original, signed, signed.headers);
	originals.set(result, original);
	return result;
}
