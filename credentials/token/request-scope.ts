import { methodOf, type RequestOptions } from '../auth/outgoing-request';
import type { Work } from './engine';
import { SCHEDULE } from './schedule';
import type { Reload, Session } from './session';

/** What is known of a request, by the credential object that n8n hands to its hooks. */
export interface RequestScope {
	/** Set by a caller that sees the response itself and can read the stored credential again. */
	reload?: Reload;
	/** Whether nothing is to be stored. */
	isKeptInMemory?: boolean;
	work?: Work;
	attempt?: Attempt;
	/** The token that the hook has handed to n8n, which stores it before it goes on. */
	handedOver?: string;
	/** Whether n8n sends the request for the last time, with a token that another process may replace. */
	isLastTry?: boolean;
}

/** A request on its way: what to know of it, should n8n report that it failed. */
export interface Attempt {
	/** The token it carries; undefined where it needs none, or none was at hand. */
	token?: string;
	/** False where no token was at hand, so that nothing was sent. */
	isSent: boolean;
	/** Epoch milliseconds. */
	sentAt: number;
	/** Whether to send it twice does no harm. */
	isRepeatable: boolean;
	/** Through the older helper (HTTP Request node): n8n reports any failure, not only a 401. */
	isAnyFailureReported: boolean;
}

const REPEATABLE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether to send a request twice does no harm (RFC 9110, section 9.2.1). */
export function isRepeatable(options: RequestOptions): boolean {
	return REPEATABLE_METHODS.has(methodOf(options));
}

/** What to know of a request that is about to be sent, or was not for want of a token. */
export function attemptOf(
	options: RequestOptions,
	sent: Pick<Attempt, 'token' | 'isSent' | 'sentAt'>,
): Attempt {
	const isAnyFailureReported = options.uri !== undefined;
	return { ...sent, isRepeatable: isRepeatable(options), isAnyFailureReported };
}

/**
 * Whether a failed request is taken to have been refused for its token, where the provider cannot be
 * asked. A 401 is; any failure only if the token is not new, or requests that fail for a reason of
 * their own would cost a token each.
 *
 * @param now epoch milliseconds
 */
export function isBelievedUnasked(
	{ isAnyFailureReported }: Attempt,
	{ scheme, state }: Session,
	now: number,
): boolean {
	if (scheme.probe || !state.token) return false;
	return !isAnyFailureReported || now - state.token.issuedAt >= SCHEDULE.suspectedFromInMs;
}
