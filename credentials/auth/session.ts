import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import type { AccessToken } from './access-token';
import { assertWithinBudget, mergeMints } from './mint-budget';
import { requestToken, TokenRequestError } from './token-request';
import type { TokenScheme } from './token-scheme';

/**
 * What this process knows of the token of one set of secrets. Moments are in milliseconds of
 * `performance.now()`, which no change of the clock disturbs, unless noted otherwise.
 */
export interface Session {
	readonly fingerprint: string;
	current?: AccessToken;
	/** The mint under way, if any; everybody waits for it. */
	minting?: Promise<AccessToken>;
	/** The wait for a token of another process, if any; everybody shares it. */
	waiting?: Promise<void>;
	/** Reads the stored credential again, on behalf of all that wait. */
	read?: () => Promise<ICredentialDataDecryptedObject>;
	/** The current token until the provider refused it, and no newer one is known yet. */
	lost?: AccessToken;
	/** The last tokens the provider refused. */
	refused: string[];
	/** When tokens were minted lately, by any process as far as known (epoch milliseconds). */
	mints: number[];
	/** Tokens minted here that were refused in a row, and when the last one was. */
	refusals: number;
	refusedAt: number;
	/** The last answer to the question whether a token is refused; asked again after `until`. */
	probe?: { token: string; isDead: Promise<boolean>; until: number };
	/** The last failed mint, the how manieth in a row; not tried again before `until`. */
	failure?: { error: unknown; count: number; until: number };
	/** When this process last had the current token written to the database. */
	storedAt: number;
}

const TEN_SECONDS_IN_MS = 10_000;
const TWO_SECONDS_IN_MS = 2_000;
const ONE_SECOND_IN_MS = 1_000;
const ONE_MINUTE_IN_MS = 60_000;
const REFUSED_TOKENS_KEPT = 8;
const REFUSALS_BELIEVED = 5;
/** Credentials come and go for months; a session that falls out costs one look at the stored token. */
const SESSIONS_KEPT = 500;

/** This process, among those that share a credential. */
const THIS_PROCESS = randomUUID();
const RENEWAL_BY_MINTER = 0.8;
/** Others step in late, and not all at the same moment. */
const RENEWAL_BY_OTHERS = 0.9 + Math.random() * 0.07;

const sessions = new Map<string, Session>();

/** The session of a fingerprint; a new one where this process knows none. */
export function sessionOf(fingerprint: string): Session {
	const known = sessions.get(fingerprint);
	const session = known ?? {
		fingerprint,
		refused: [],
		refusals: 0,
		refusedAt: 0,
		mints: [],
		storedAt: 0,
	};
	// Set again to be the youngest: a Map keeps the order of insertion.
	sessions.delete(fingerprint);
	sessions.set(fingerprint, session);
	if (sessions.size > SESSIONS_KEPT) {
		const oldest = [...sessions.values()].find(({ minting }) => !minting);
		if (oldest) sessions.delete(oldest.fingerprint);
	}
	return session;
}

/** Takes over the stored token where it was issued later than the known one. */
export function adopt(
	session: Session,
	scheme: TokenScheme,
	stored: AccessToken | undefined,
): void {
	if (!stored) return;
	session.mints = mergeMints(scheme.budget, session.mints, stored.mints);
	if (session.refused.includes(stored.value)) return;
	if (session.current && session.current.issuedAt >= stored.issuedAt) return;
	setCurrent(session, stored);
}

/**
 * Forgets a token that the provider refused, for good. Where several new tokens in a row were
 * refused without one being accepted, the token is not the reason, and is kept.
 *
 * @returns whether it was forgotten
 */
export function refuse(session: Session, value: string): boolean {
	const { current } = session;
	const isNew = current !== undefined && Date.now() < current.issuedAt + ONE_SECOND_IN_MS;
	if (current?.value === value && isNew && isMinter(current)) {
		if (performance.now() > session.refusedAt + ONE_MINUTE_IN_MS) session.refusals = 0;
		if (session.refusals >= REFUSALS_BELIEVED) return false;
		session.refusals += 1;
		session.refusedAt = performance.now();
	}
	if (!session.refused.includes(value)) {
		session.refused = [...session.refused, value].slice(-REFUSED_TOKENS_KEPT);
	}
	if (current?.value === value) {
		session.lost = current;
		session.current = undefined;
	}
	return true;
}

/** The provider took the token: what it refuses from now on is worth a new one. */
export function accept(session: Session): void {
	session.refusals = 0;
}

function setCurrent(session: Session, token: AccessToken): void {
	session.current = token;
	session.lost = undefined;
}

/** Whether this process minted the token. */
export function isMinter(token: AccessToken): boolean {
	return token.minter === THIS_PROCESS;
}

/** The current token where it may still be sent: it will not expire on its way. */
export function usableToken({ current }: Session): AccessToken | undefined {
	if (!current) return undefined;
	const onItsWay = Math.min(TWO_SECONDS_IN_MS, lifeOf(current) * 0.02);
	return Date.now() < current.expiresAt - onItsWay ? current : undefined;
}

/** Whether it is this process's turn to replace the token. */
export function isRenewalDue(token: AccessToken): boolean {
	return hasLived(token, isMinter(token) ? RENEWAL_BY_MINTER : RENEWAL_BY_OTHERS);
}

/** Whether another process may have replaced the token by now, as it was due. */
export function mayBeReplaced(token: AccessToken): boolean {
	return hasLived(token, RENEWAL_BY_MINTER);
}

function hasLived(token: AccessToken, share: number): boolean {
	return Date.now() >= token.issuedAt + lifeOf(token) * share;
}

/**
 * Mints a token; callers that come while a mint is under way share it.
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
	session.mints = mergeMints(scheme.budget, session.mints);
	assertWithinBudget(scheme.provider, scheme.budget, session.mints);
	const request = scheme.tokenRequest(credentials);
	const before = session.mints;
	session.mints = mergeMints(scheme.budget, before, [Date.now()]);
	const granted = await requestToken(helpers, scheme.provider, request).catch((error: unknown) => {
		// Only a token that was handed out, or may have been, counts.
		if (error instanceof TokenRequestError && error.answered) session.mints = before;
		throw error;
	});
	if (usableToken(session)) accept(session);
	const token = { ...granted, minter: THIS_PROCESS, mints: session.mints };
	setCurrent(session, token);
	session.failure = undefined;
	return token;
}

function lifeOf(token: AccessToken): number {
	return token.expiresAt - token.issuedAt;
}
