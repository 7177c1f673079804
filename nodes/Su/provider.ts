import type { IDataObject } from 'n8n-workflow';
import { parseJsonObject } from '../../credentials/auth/json';
import type { Failure, Provider } from '../shared/provider';
import { statusOf } from './answers';
import { isObject } from './fields';
import { resources } from './resources';

/** Su's code for "Authorization Required". */
const AUTHORIZATION_REQUIRED = '497';

/** Document, "API Request Limits": a failure in words only. */
const LIMIT_REACHED = /^limit has been reached/i;

const ONE_HOUR_IN_MS = 60 * 60 * 1000;

export const su: Provider = {
	name: 'Su',
	credentialType: 'suApi',
	resources,
	/** For each property, also in the resource Request (document, "Rates and Availability", "API Request Limits"). */
	rateLimit: { requests: 5000, perMilliseconds: ONE_HOUR_IN_MS },
	failure: ({ body }) => failureOf(body),
	rateLimitKey: ({ body }) => {
		const { hotelid, Su_hotelid } = parseJsonObject(String(body)) ?? {};
		return (hotelid ?? Su_hotelid) as string | undefined;
	},
	isLimitReached: ({ status, body }) =>
		status === 429 || LIMIT_REACHED.test(failureOf(body)?.message ?? ''),
	isTokenRefused: ({ status, body }) =>
		status === 401 || failureOf(body)?.code === AUTHORIZATION_REQUIRED,
};

/**
 * `Status: Fail` (or `Error` or `false`, as a caution of ours), with `Errors` as an object, a list, an empty list
 * beside `Message`, or `Error`. The OTA rate plans answer in lower case; messages and reviews too,
 * with words in `response`.
 */
function failureOf(body: unknown): Failure | undefined {
	if (!isObject(body)) return undefined;
	if (!/^(fail|error|false$)/i.test(statusOf(body))) return undefined;
	const errors = body.Errors ?? body.errors ?? body.Error ?? body.error ?? [];
	const [first] = [errors].flat() as unknown[];
	const { ShortText, Code }: IDataObject = isObject(first)
		? first
		: { ShortText: first as string | undefined };
	return {
		message: String(ShortText ?? body.Message ?? body.message ?? wordsOf(body.response)),
		code: Code === undefined ? undefined : String(Code),
	};
}

/** Text, or a list of `{"message": "..."}`. */
function wordsOf(response: unknown): string {
	return [response]
		.flat()
		.map((entry) => (isObject(entry) ? entry.message : entry))
		.filter((words) => typeof words === 'string')
		.join('; ');
}
