import {
	ExecutionBaseError,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import { SCHEDULE } from './schedule';
import type { TokenRequest } from './scheme';
import { LARGEST_ANSWER_IN_BYTES, parseAnswer, refusal, TokenRequestError } from './token-answer';

/** A granted token and when, all in epoch milliseconds of this machine's clock. */
export interface GrantedToken {
	value: string;
	issuedAt: number;
	expiresAt: number;
	clockOffset: number;
	refreshToken?: string;
}

/**
 * Asks a provider for a token: one request, no redirects, ten seconds.
 *
 * @returns a token that may have expired, see {@link assertLives}; one that lives for more than a
 * year counts as one of a year
 * @throws TokenRequestError with the provider's name, what came back and what to check
 */
export async function requestToken(
	helpers: IHttpRequestHelper['helpers'],
	provider: string,
	request: TokenRequest,
	now: () => number,
): Promise<GrantedToken> {
	const sentAt = now();
	const answer = await send(helpers, provider, request.options);
	const receivedAt = now();
	const text = String(answer.body).replace(/^\uFEFF/, '');
	const json = parseAnswer(provider, request, answer.statusCode, text);
	const grant = request.readGrant(json, { headers: answer.headers, text });
	if (!grant) throw refusal(provider, request, answer.statusCode, text);
	const clockOffset = clockOffsetOf(answer.headers.date, (sentAt + receivedAt) / 2);
	const end =
		grant.lifeInMs === undefined ? grant.endsAtInMs - clockOffset : sentAt + grant.lifeInMs;
	if (!Number.isFinite(end)) {
		throw new TokenRequestError(
			`${provider} sent an access token whose expiry is not a number`,
			`Check the base URL or environment of the credential. If it is right, report this to ${provider}.`,
		);
	}
	const expiresAt = Math.min(end, sentAt + SCHEDULE.longestLifeInMs);
	const { value, refreshToken } = grant;
	const granted = { value, issuedAt: receivedAt, expiresAt, clockOffset };
	return refreshToken === undefined ? granted : { ...granted, refreshToken };
}

/** @throws TokenRequestError where the token had expired when it came */
export function assertLives(provider: string, token: GrantedToken): void {
	if (token.expiresAt > token.issuedAt) return;
	const minutes = Math.round(token.clockOffset / 60_000);
	throw new TokenRequestError(
		`${provider} sent an access token that has already expired`,
		`Check the clock of this machine: ${provider}'s differs from it by ${minutes} minutes.`,
	);
}

/**
 * Provider's clock minus this machine's, in milliseconds. The `Date` header counts whole seconds
 * (RFC 9110, section 6.6.1), so a difference of a few seconds counts as none.
 */
function clockOffsetOf(date: unknown, localTime: number): number {
	const serverTime = typeof date === 'string' ? Date.parse(date) : NaN;
	const offset = Math.round(serverTime + 500 - localTime);
	return Math.abs(offset) > SCHEDULE.clockToleranceInMs ? offset : 0;
}

async function send(
	helpers: IHttpRequestHelper['helpers'],
	provider: string,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const request: IHttpRequestOptions = {
		...options,
		// The signal ends an answer that trickles in; the timeout alone would wait for its next byte.
		abortSignal: AbortSignal.timeout(SCHEDULE.requestTimeoutInMs),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	return await receive(helpers, request).catch((error: unknown) => {
		throw unreachable(provider, error);
	});
}

/** Reads no more of the answer than a token can need, whatever its length. */
async function receive(
	helpers: IHttpRequestHelper['helpers'],
	request: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const answer = (await helpers.httpRequest(request)) as IN8nHttpFullResponse;
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of answer.body as unknown as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > LARGEST_ANSWER_IN_BYTES) break;
	}
	return { ...answer, body: Buffer.concat(chunks) };
}

/** The caught error holds the request with its secrets; only its code goes on. */
function unreachable(provider: string, error: unknown): TokenRequestError {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	// n8n's own refusals ("Allowed HTTP Request Domains") have no code and say what is wrong.
	if (error instanceof ExecutionBaseError) {
		return new TokenRequestError(error.message, '', { withoutMint: true });
	}
	const timedOut = ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', '20', '23'].includes(code);
	return new TokenRequestError(
		timedOut
			? `${provider} did not answer the request for an access token within ${SCHEDULE.requestTimeoutInMs / 1_000} seconds. Try again, or check the base URL`
			: `${provider} could not be reached for an access token. Check the base URL and the network`,
		`Check the base URL or environment of the credential, and the network.${code ? ` (${code})` : ''}`,
		{ withoutMint: code === 'ECONNREFUSED' || code === 'ENOTFOUND' },
	);
}
