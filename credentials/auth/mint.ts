import { sleep, type ICredentialDataDecryptedObject, type IHttpRequestHelper } from 'n8n-workflow';
import type { AccessToken } from './access-token';
import { assertWithinBudget, mergeMints } from './mint-budget';
import { lookAgain, waitForOthers } from './patience';
import { askOnce, askProvider } from './probe';
import {
	accept,
	isDoubted,
	isMinter,
	refuse,
	setCurrent,
	THIS_PROCESS,
	usableToken,
	type Session,
} from './session';
import { TokenRequestError } from './token-answer';
import { assertLives, requestToken, type GrantedToken } from './token-request';
import type { TokenScheme } from './token-scheme';

const ONE_SECOND_IN_MS = 1_000;
const TEN_SECONDS_IN_MS = 10_000;
const ONE_MINUTE_IN_MS = 60_000;
/** Requests on their way arrive before the token they carry dies. */
const ON_THE_WAY_IN_MS = 120;
/** A token that is handed out again though it has ended is asked for so often, ever later. */
const MOST_REQUESTS = 7;
const FIRST_PAUSE_IN_MS = 100;

/**
 * Mints a token; callers that come while a mint is under way share it. Where the provider hands out
 * the known one until its end, it is that one.
 *
 * @throws TokenRequestError or UserError; for some seconds the same error, without asking the provider again
 */
export async function mint(
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<AccessToken> {
	if (session.failure && performance.now() < session.failure.until) throw session.failure.error;
	session.minting ??= mintOnce(session, scheme, helpers, credentials)
		.catch((error: unknown) => {
			session.failure = failureAfter(session, error);
			throw error;
		})
		.finally(() => {
			session.minting = undefined;
		});
	return await session.minting;
}

/** Wrong secrets stay wrong for a while; after other failures the pauses grow. */
function failureAfter({ failure }: Session, error: unknown): Session['failure'] {
	const count = (failure?.count ?? 0) + 1;
	const refused = error instanceof TokenRequestError && error.refused;
	const pause = refused
		? TEN_SECONDS_IN_MS
		: Math.min(ONE_SECOND_IN_MS * 2 ** count, ONE_MINUTE_IN_MS);
	return { error, count, until: performance.now() + pause };
}

async function mintOnce(
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<AccessToken> {
	const known = usableToken(session);
	if (known && scheme.oneLiveToken) await sleep(ON_THE_WAY_IN_MS);
	// Nobody replaces a token before its minter is late, but others may have minted of a budget.
	if (!known || !isMinter(known) || scheme.budget) await lookAgain(session, scheme, credentials);
	if (known && scheme.oneLiveToken && !isMinter(known)) {
		// Stepping in for its minter would end the life of a token that this one has minted after all.
		const isDead = await askOnce(known, session, scheme, helpers, credentials);
		if (isDead && refuse(session, known.value)) await waitForOthers(session, scheme, credentials);
	}
	const found = usableToken(session);
	if (found && found !== known) return found;
	for (let requests = 1; ; requests += 1) {
		const granted = await requestOnce(session, scheme, helpers, credentials);
		const { current } = session;
		if (current?.value !== granted.value || requests === MOST_REQUESTS) {
			return await take(granted, session, scheme, helpers, credentials);
		}
		// Whatever life the provider states for it this time, it ends when it was said to at first.
		session.lasting = current.value;
		if (!usableToken(session)) {
			const untilEnd = Math.max(0, current.expiresAt - Date.now());
			await sleep(untilEnd + FIRST_PAUSE_IN_MS * 2 ** (requests - 1));
		}
		const usable = usableToken(session);
		if (usable) {
			session.failure = undefined;
			return usable;
		}
	}
}

/** One request for a token, within the budget. */
async function requestOnce(
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<GrantedToken> {
	session.mints = mergeMints(scheme.budget, session.mints);
	assertWithinBudget(scheme.provider, scheme.budget, session.mints);
	const tokenRequest = scheme.tokenRequest(credentials);
	const now = Date.now();
	session.mints = mergeMints(scheme.budget, session.mints, [now]);
	const forget = () => {
		session.mints = session.mints.filter((time) => time !== now);
	};
	const granted = await requestToken(helpers, scheme.provider, tokenRequest).catch(
		(error: unknown) => {
			// Only a token that was handed out, or may have been, counts.
			if (error instanceof TokenRequestError && error.withoutMint) forget();
			throw error;
		},
	);
	if (granted.value === session.current?.value) forget();
	return granted;
}

async function take(
	granted: GrantedToken,
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<AccessToken> {
	assertLives(scheme.provider, granted);
	if (usableToken(session)) accept(session);
	const token = { ...granted, minter: THIS_PROCESS, mints: session.mints };
	setCurrent(session, token);
	session.failure = undefined;
	// n8n's own nodes do not say whether a request succeeded with it.
	if (isDoubted(session)) await askProvider(token, session, scheme, helpers, credentials);
	return token;
}
