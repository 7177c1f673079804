import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IHttpRequestHelper,
} from 'n8n-workflow';
import {
	fingerprintOf,
	fromStoredToken,
	SEND_AGAIN,
	STORE_NOTHING,
	toStoredToken,
	type AccessToken,
} from './access-token';
import { forgetAttempt, lastAttempt, rememberAttempt, type Attempt } from './attempts';
import type { RequestOptions } from './outgoing-request';
import { MOST_ATTEMPTS, UNTIL_SENT_IN_MS, untilOneLives, wasReplaced } from './last-try';
import { mint } from './mint';
import { canRead, isBeingReplaced, waitForNext, waitForOthers } from './patience';
import { isTokenDead } from './probe';
import {
	accept,
	adopt,
	isLasting,
	isMinter,
	isRenewalDue,
	refuse,
	sessionOf,
	usableToken,
	type Session,
} from './session';
import { isKeptInMemory, store, storeAgainIfLost } from './store';
import type { TokenScheme } from './token-scheme';

type Credentials = ICredentialDataDecryptedObject;
type Output = Record<string, string>;

/** What a hook works with. */
interface Hook {
	session: Session;
	scheme: TokenScheme;
	helpers: IHttpRequestHelper['helpers'];
	credentials: Credentials;
	/** Whether n8n sends the request for the last time, with a token that another process may replace. */
	isLastTry?: boolean;
}

const REPEATABLE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** By the credential object that n8n hands to both hooks of a request; held weakly. */
const hooks = new WeakMap<object, Hook>();

/** Thrown before anything is sent; it makes n8n call `preAuthentication` as after a 401. */
export class NoTokenError extends UserError {
	readonly response = { status: 401 };

	constructor(provider: string) {
		super(`No valid access token for ${provider} at hand`, {
			description: 'Run the node again. If this goes on, test the credential.',
		});
	}
}

/**
 * The `preAuthentication` hook of a credential with a short-lived token. n8n calls it before every
 * request, and once more after a failed one (n8n-core, request-helpers/authentication): after a 401,
 * or, from the HTTP Request node, after any failure at all.
 *
 * Sees to it that a usable token is known to this process, and returns what n8n is to store with
 * the credential. After a failure it decides whether n8n may send the request again.
 *
 * @throws UserError where a field is missing or no token can be had; nothing is sent then
 */
export async function keepToken(
	helpers: Hook['helpers'],
	credentials: Credentials,
	scheme: TokenScheme,
): Promise<Output> {
	const hook = { session: sessionFor(credentials, scheme), scheme, helpers, credentials };
	hooks.set(credentials, hook);
	const failed = lastAttempt(credentials);
	forgetAttempt(credentials);
	const output = failed ? await afterFailure(failed, hook) : await beforeRequest(hook);
	return isKeptInMemory(credentials) ? STORE_NOTHING : output;
}

/**
 * The token for a request, for the `authenticate` hook.
 *
 * @throws NoTokenError where no usable token is known
 */
export async function tokenFor(
	credentials: Credentials,
	options: RequestOptions,
	scheme: TokenScheme,
): Promise<AccessToken> {
	const hook = hooks.get(credentials);
	const session = hook?.session ?? sessionFor(credentials, scheme);
	if (hook?.isLastTry) await untilOneLives(session, scheme, hook.helpers, credentials);
	const token = usableToken(session);
	rememberAttempt(credentials, options, { token: token?.value, sent: token !== undefined });
	if (!token) throw new NoTokenError(scheme.provider);
	return token;
}

/**
 * For a caller that sees the answer itself: whether the provider took the token of the last request
 * with this credential object. An endpoint may refuse a good token, so the provider is asked with
 * the probe before the token is thrown away; where it does not say, the refusal is believed.
 *
 * @param attempt the how manieth of the same request
 * @returns true where the token was refused and the request is worth sending again with another
 */
export async function reportToken(
	credentials: object,
	wasRefused: boolean,
	attempt: number,
): Promise<boolean> {
	const hook = hooks.get(credentials);
	const token = lastAttempt(credentials)?.token;
	if (!hook || token === undefined) return false;
	const { session, scheme, helpers } = hook;
	if (!wasRefused) {
		accept(session);
		return false;
	}
	// Only a token that others replace can be refused twice in a row for being old.
	if (attempt > 1 && !scheme.oneLiveToken) return false;
	if (session.current?.value === token) {
		const isDead = await isTokenDead(token, session, scheme, helpers, hook.credentials);
		if (isDead === false) return false;
	}
	return refuse(session, token);
}

/** Provider's clock minus this machine's, in milliseconds; 0 where it is not known. */
export function clockOffsetOf(credentials: object): number {
	return hooks.get(credentials)?.session.current?.clockOffset ?? 0;
}

function sessionFor(credentials: Credentials, scheme: TokenScheme): Session {
	const fingerprint = fingerprintOf([scheme.provider, ...scheme.inputs(credentials)]);
	const session = sessionOf(fingerprint);
	adopt(session, scheme, fromStoredToken(credentials, fingerprint));
	return session;
}

/** @param aheadInMs so long before a token is due it is treated as if it were */
async function beforeRequest(
	{ session, scheme, helpers, credentials }: Hook,
	aheadInMs = 0,
): Promise<Output> {
	if (isBeingReplaced(session, scheme, aheadInMs)) {
		await (canRead(credentials)
			? waitForOthers(session, scheme, credentials)
			: waitForNext(session, aheadInMs));
	}
	const usable = usableToken(session);
	if (usable && (isLasting(session) || !isRenewalDue(usable, aheadInMs))) {
		return storeAgainIfLost(session, credentials);
	}
	// The old token goes on serving while a new one is on its way, unless that ends its life.
	if (usable && session.minting && !scheme.oneLiveToken) return STORE_NOTHING;
	if (!usable && !session.minting) {
		await waitForOthers(session, scheme, credentials);
		if (usableToken(session)) return STORE_NOTHING;
	}
	const startedHere = !session.minting;
	const token = await mint(session, scheme, helpers, credentials).catch((error: unknown) => {
		// The old one may still serve; the next request tries again to renew it.
		if (!usableToken(session)) throw error;
	});
	const isNew = token !== undefined && token.value !== usable?.value;
	return isNew && startedHere && isMinter(token) ? store(session, token) : STORE_NOTHING;
}

async function afterFailure(
	{ sent, token, method, anyFailure }: Attempt,
	hook: Hook,
): Promise<Output> {
	const { session, scheme, helpers, credentials } = hook;
	if (!sent) return await sendAgain(hook);
	if (token === undefined) return STORE_NOTHING;
	if (await isTokenDead(token, session, scheme, helpers, credentials)) refuse(session, token);
	// After any failure a write may have been carried out, whatever became of the token.
	if (anyFailure && !REPEATABLE_METHODS.has(method)) return STORE_NOTHING;
	if (session.current?.value === token) return STORE_NOTHING;
	return await sendAgain(hook);
}

/**
 * n8n sends a request again only where it gets something to store, and it stores that together with
 * what it has read a moment before: the newest token known, so that it overwrites no newer one. It
 * does so once, so one live token must not die before: neither is it about to be replaced, nor has it
 * been, for which the provider is asked now and, as storing takes n8n a while, before it is sent.
 */
async function sendAgain(hook: Hook): Promise<Output> {
	const { session, scheme, helpers, credentials } = hook;
	hook.isLastTry = scheme.oneLiveToken && !canRead(credentials);
	for (let attempt = 1; ; attempt += 1) {
		await beforeRequest(hook, hook.isLastTry ? UNTIL_SENT_IN_MS : 0);
		const { current, fingerprint } = session;
		if (!current) return SEND_AGAIN;
		const isLast = attempt === MOST_ATTEMPTS || !hook.isLastTry;
		if (isLast || !(await wasReplaced(session, scheme, helpers, credentials))) {
			return toStoredToken(current, fingerprint);
		}
	}
}
