import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import type { AccessToken } from './access-token';
import { assertWithinBudget, mergeMints } from './mint-budget';
import { requestToken, TokenRequestError } from './token-request';
import type { TokenScheme } from './token-scheme';

/** What this process knows of the token of one set of secrets. */
export interface Session {
	readonly fingerprint: string;
	current?: AccessToken;
	/** The mint under way, if any; everybody waits for it. */
	minting?: Promise<AccessToken>;
	/** The last tokens the provider refused. */
	refused: string[];
	/** When tokens were minted lately, by any process as far as known (epoch milliseconds). */
	mints: number[];
	/** The last failed mint; not tried again before `until`. */
	failure?: { error: unknown; until: number };
	/** When this process last had the current token written to the database (epoch milliseconds). */
	storedAt: number;
}

const TEN_SECONDS_IN_MS = 10_000;
const TWO_SECONDS_IN_MS = 2_000;
const REFUSED_TOKENS_KEPT = 8;
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
	const session = known ?? { fingerprint, refused: [], mints: [], storedAt: 0 };
	// Set again to be the youngest: a Map keeps the order of insertion.
	sessions.delete(fingerprint);
	sessions.set(fingerprint, session);
	if (sessions.size > SESSIONS_KEPT) sessions.delete(sessions.keys().next().value as string);
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
	session.current = stored;
}

/** Forgets a token that the provider refused, for good. */
export function refuse(session: Session, value: string): void {
	if (!session.refused.includes(value)) {
		session.refused = [...session.refused, value].slice(-REFUSED_TOKENS_KEPT);
	}
	if (session.current?.value === value) session.current = undefined;
}

/** The current token where it may still be sent: it will not expire on its way. */
export function usableToken({ current }: Session): AccessToken | undefined {
	if (!current) return undefined;
	const onItsWay = Math.min(TWO_SECONDS_IN_MS, lifeOf(current) * 0.02);
	return Date.now() < current.expiresAt - onItsWay ? current : undefined;
}

/** Whether it is this process's turn to replace the token. */
export function isRenewalDue(token: AccessToken): boolean {
	const share = token.minter === THIS_PROCESS ? RENEWAL_BY_MINTER : RENEWAL_BY_OTHERS;
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
	if (session.failure && Date.now() < session.failure.until) throw session.failure.error;
	session.minting ??= mintOnce(session, scheme, helpers, credentials)
		.catch((error: unknown) => {
			const refused = error instanceof TokenRequestError && error.refused;
			const pause = refused ? TEN_SECONDS_IN_MS : TWO_SECONDS_IN_MS;
			session.failure = { error, until: Date.now() + pause };
			throw error;
		})
		.finally(() => {
			session.minting = undefined;
		});
	return await session.minting;
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
	session.mints = mergeMints(scheme.budget, session.mints, [Date.now()]);
	const granted = await requestToken(helpers, scheme.provider, request);
	session.current = { ...granted, minter: THIS_PROCESS, mints: session.mints };
	session.failure = undefined;
	return session.current;
}

function lifeOf(token: AccessToken): number {
	return token.expiresAt - token.issuedAt;
}
