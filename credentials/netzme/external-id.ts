import { UserError } from 'n8n-workflow';
import type { RequestOptions } from '../auth/outgoing-request';
import { newNonce } from '../recipe/nonce';

/** The header by which SNAP tells one request from another within a day. */
export const EXTERNAL_ID = 'X-EXTERNAL-ID';
/** As long as those in Netzme's samples. */
const LENGTH = 32;
/** "Digits only, at most 36." */
const DIGITS = /^\d{1,36}$/;

/** The ID of a new request: digits that no other request has. */
export function newExternalId(): string {
	return newNonce({ format: 'digits', length: LENGTH });
}

/**
 * The same options with an external ID. One that is there stays: a request that is sent again is the
 * same request, and must not be carried out twice.
 *
 * @throws UserError where the one that is there is none
 */
export function withExternalId(options: RequestOptions): RequestOptions {
	const headers = options.headers ?? {};
	const name = Object.keys(headers).find((key) => key.trim().toUpperCase() === EXTERNAL_ID);
	if (name === undefined) {
		return { ...options, headers: { ...headers, [EXTERNAL_ID]: newExternalId() } };
	}
	if (DIGITS.test(String(headers[name]).trim())) return options;
	throw new UserError('X-EXTERNAL-ID must be digits only, 36 at most', {
		description:
			'Correct the header X-EXTERNAL-ID of the request, or leave it out to have one made. Nothing was sent.',
	});
}
