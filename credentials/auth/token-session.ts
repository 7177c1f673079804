import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import {
	fingerprintOf,
	fromStoredToken,
	SEND_AGAIN,
	STORE_NOTHING,
	toStoredToken,
	type AccessToken,
} from './access-token';
import { methodOf, type RequestOptions } from './outgoing-request';
import { adopt, isRenewalDue, mint, refuse, sessionOf, usableToken, type Session } from './session';
import type { TokenScheme } from './token-scheme';

type Helpers = IHttpRequestHelper['helpers'];
type Credentials = ICredentialDataDecryptedObject;

/** A request that was authenticated: what to know of it, should n8n report that it failed. */
interface SentRequest {
	token: string;
	method: string;
	/** Through the older helper (HTTP Request node): n8n reports any failure, not only a 401. */
	anyFailure: boolean;
}

const FIVE_SECONDS_IN_MS = 5_000;
const REPEATABLE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** By the credential object that n8n hands to both hooks of a request; held weakly. */
const sessionsInUse = new WeakMap<object, Session>();
const sentRequests = new WeakMap<object, SentRequest>();

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
	helpers: Helpers,
	credentials: Credentials,
	scheme: TokenScheme,
): Promise<Record<string, string>> {
	const session = sessionFor(credentials, scheme);
	const sent = sentRequests.get(credentials);
	if (!sent) return await beforeRequest(session, scheme, helpers, credentials);
	sentRequests.delete(credentials);
	return await afterFailure(sent, session, scheme, helpers, credentials);
}

/**
 * The token for a request, for the `authenticate` hook.
 *
 * @throws an error that makes n8n call `preAuthentication`, where no usable token is known
 */
export function tokenFor(
	credentials: Credentials,
	options: RequestOptions,
	scheme: TokenScheme,
): AccessToken {
	const session = sessionsInUse.get(credentials) ?? sessionFor(credentials, scheme);
	const token = usableToken(session);
	if (!token) {
		throw Object.assign(new UserError(`No valid access token for ${scheme.provider} at hand`), {
			response: { status: 401 },
		});
	}
	sentRequests.set(credentials, {
		token: token.value,
		method: methodOf(options),
		anyFailure: options.uri !== undefined,
	});
	return token;
}

function sessionFor(credentials: Credentials, scheme: TokenScheme): Session {
	const fingerprint = fingerprintOf([scheme.provider, ...scheme.inputs(credentials)]);
	const session = sessionOf(fingerprint);
	adopt(session, scheme, fromStoredToken(credentials, fingerprint));
	sessionsInUse.set(credentials, session);
	return session;
}

async function beforeRequest(
	session: Session,
	scheme: TokenScheme,
	helpers: Helpers,
	credentials: Credentials,
): Promise<Record<string, string>> {
	const usable = usableToken(session);
	if (usable && !session.minting && !isRenewalDue(usable)) return STORE_NOTHING;
	const startedHere = !session.minting;
	const token = await mint(session, scheme, helpers, credentials).catch((error: unknown) => {
		// The old one may still serve; the next request tries again to renew it.
		if (!usableToken(session)) throw error;
	});
	return token && startedHere ? toStoredToken(token, session.fingerprint) : STORE_NOTHING;
}

async function afterFailure(
	sent: SentRequest,
	session: Session,
	scheme: TokenScheme,
	helpers: Helpers,
	credentials: Credentials,
): Promise<Record<string, string>> {
	if (!sent.anyFailure || (await isRefused(sent, session, scheme, helpers, credentials))) {
		refuse(session, sent.token);
	}
	// After any failure a write may have been carried out, whatever became of the token.
	if (sent.anyFailure && !REPEATABLE_METHODS.has(sent.method)) return STORE_NOTHING;
	if (session.current?.value === sent.token) return STORE_NOTHING;
	const stored = await beforeRequest(session, scheme, helpers, credentials);
	return { ...SEND_AGAIN, ...stored };
}

/** Asks the provider, where the failure itself does not tell whether the token was its reason. */
async function isRefused(
	sent: SentRequest,
	session: Session,
	scheme: TokenScheme,
	helpers: Helpers,
	credentials: Credentials,
): Promise<boolean> {
	const token = session.current;
	if (token?.value !== sent.token) return false;
	try {
		const answer = (await helpers.httpRequest({
			...scheme.probe(credentials, token),
			timeout: FIVE_SECONDS_IN_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		return answer.statusCode === 401;
	} catch {
		return false;
	}
}

/**
 * For a caller that saw a 401 itself: forgets the token that the last request with this credential
 * object carried.
 *
 * @returns whether that request carried a token, so that it is worth sending it again with another
 */
export function tokenWasRefused(credentials: object): boolean {
	const session = sessionsInUse.get(credentials);
	const sent = sentRequests.get(credentials);
	if (!session || !sent) return false;
	refuse(session, sent.token);
	return true;
}

/** Provider's clock minus this machine's, in milliseconds; 0 where it is not known. */
export function clockOffsetOf(credentials: object): number {
	return sessionsInUse.get(credentials)?.current?.clockOffset ?? 0;
}
