import { UserError, type IDataObject } from 'n8n-workflow';
import { parseJsonObject } from '../auth/json';
import { redact } from '../auth/redact';
import type { TokenRequest } from './scheme';

/** A token answer is some hundred bytes long; more is never read. */
export const LARGEST_ANSWER_IN_BYTES = 65_536;
const MESSAGE_FIELDS = [
	'message',
	'Message',
	'statusMessage',
	'status',
	'error',
	'error_description',
	'errorMessage',
	'errmsg',
	'msg',
	'responseMessage',
	'detail',
	'debug',
	'ShortText',
];

/** A token request that failed; `refused` where the provider answered that it does not want these secrets. */
export class TokenRequestError extends UserError {
	readonly refused: boolean;

	/** Whether the provider surely handed out no token, not even one that is of no use. */
	readonly withoutMint: boolean;

	constructor(message: string, description: string, { refused = false, withoutMint = false } = {}) {
		super(message, { description });
		this.refused = refused;
		this.withoutMint = withoutMint;
	}
}

/**
 * The JSON of an answer to a token request; empty where the answer is none and need not be.
 *
 * @throws TokenRequestError for a refusal, a redirect, too much, or anything that is not a JSON object
 */
export function parseAnswer(
	provider: string,
	request: TokenRequest,
	statusCode: number,
	text: string,
): IDataObject {
	if (statusCode >= 300 && statusCode < 400) {
		throw new TokenRequestError(
			`${provider} redirected the request for an access token (HTTP ${statusCode})`,
			'Redirects are not followed with secrets. Check the base URL or environment of the credential.',
			{ withoutMint: true },
		);
	}
	if (statusCode >= 400) throw refusal(provider, request, statusCode, text);
	if (Buffer.byteLength(text) > LARGEST_ANSWER_IN_BYTES) {
		throw new TokenRequestError(
			`${provider} answered the request for an access token with more than 64 KB`,
			'That is no token answer. Check the base URL or environment of the credential.',
		);
	}
	const json = parseJsonObject(text);
	if (json) return json;
	if (request.isAnyText) return {};
	throw new TokenRequestError(
		`${provider} answered the request for an access token with something that is not JSON (HTTP ${statusCode})`,
		'Check the base URL or environment of the credential.',
	);
}

/** The error for an answer without a token: the status, the provider's words, and what to check. */
export function refusal(
	provider: string,
	{ secrets, fields, isLimitReached }: TokenRequest,
	statusCode: number,
	body: string,
): TokenRequestError {
	const words = redact(wordsOf(body), secrets).replace(/\s+/g, ' ').trim().slice(0, 300);
	const said = words ? ` ${provider} said: ${words}` : '';
	const withoutMint = statusCode >= 400;
	if (isLimitReached?.(parseJsonObject(body) ?? {})) {
		return new TokenRequestError(
			`${provider}'s limit of access tokens is reached`,
			`Try again later. If this goes on, look for another program that uses the same account.${said}`,
			{ withoutMint },
		);
	}
	if (statusCode === 429 || statusCode >= 500) {
		return new TokenRequestError(
			`${provider} could not hand out an access token (HTTP ${statusCode})`,
			`Try again later.${said}`,
			{ withoutMint },
		);
	}
	return new TokenRequestError(
		`${provider} gave no access token. Check ${fields}${statusCode < 400 ? '' : ` (HTTP ${statusCode})`}`,
		`They must belong to the chosen environment.${said}`,
		{ refused: true, withoutMint },
	);
}

/** The message of an answer. Never the answer itself: it may hold a token in a place unknown to us. */
function wordsOf(body: string): string {
	const json = parseJsonObject(body) ?? {};
	const nested = [json, json.error, json.Errors].filter(
		(value): value is IDataObject => typeof value === 'object' && value !== null,
	);
	return nested
		.flatMap((value) => MESSAGE_FIELDS.map((name) => value[name]))
		.filter((value) => typeof value === 'string')
		.join(' ');
}
