import { randomUUID } from 'node:crypto';
import type { AccessToken } from './access-token';
import { mergeMints } from './mint-budget';
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
	/** The look for a token of another process, if any; everybody that waits shares it. */
	waiting?: Promise<void>;
	/** How many requests wait for another process's token. */
	held: number;
	/** When the last request that waited was let go with the old token. */
	letGoAt?: number;
	/** A credential object that can be read again, on behalf of all that wait. */
	reader?: object;
	/** The token that the provider handed out again when it was to be replaced; it serves until it ends. */
	lasting?: string;
	/** The current token until the provider refused it, and no newer one is known yet. */
	lost?: AccessToken;
	/** The last tokens the provider refused. */
	refused: string[];
	/** When tokens were minted lately, by any process as far as known (epoch milliseconds). */
	mints: number[];
	/** New tokens minted here that were refused in a row, and when the last one was. */
	refusals: number;
	refusedAt: number;
	/** The last answer to the question whether a token is refused; asked again after `until`. */
	probe?: { token: string; isDead: Promise<boolean | undefined>; until: number };
	/** The last failed mint, the how manieth in a row; not tried again before `until`. */
	failure?: { error: unknown; count: number; until: number };
	/** When this process last had the current token written to the database. */
	storedAt: number;
}

const TWO_SECONDS_IN_MS = 2_000;
const ONE_MINUTE_IN_MS = 60_000;
const REFUSED_TOKENS_KEPT = 8;
const REFUSALS_BELIEVED = 2;
/** How long after the last one; beyond their number one more is believed each minute. */
const REFUSALS_KEPT_IN_MS = 600_000;
/** Credentials come and go for months; a session that falls out costs one look at the stored token. */
const SESSIONS_KEPT = 500;

/** This process, among those that share a credential. */
export const THIS_PROCESS = randomUUID();
/** The process that minted a token replaces it after this share of its life ... */
const RENEWAL_SHARE = 0.8;
/** ... or, where little time would be left, earlier, but not before this share. */
const EARLIEST_RENEWAL_SHARE = 0.65;
/** So long before its end, or for this share of its life, a token is not sent any more: it may expire on its way. */
const ON_THE_WAY_SHARE = 0.02;
/** More where it is not replaced before its end, so that requests go on until then. */
const LASTING_ON_THE_WAY_SHARE = 0.1;
const TEN_SECONDS_IN_MS = 10_000;
/** After so much more of its life, but no longer than so many milliseconds, its minter is late. */
const LATE_SHARE = 0.3;
const LATEST_IN_MS = 5_000;
/** Others do not step in at the same moment, but within this share of its life. */
const STEP_IN_SHARE = 0.02;
const STEP_IN_WITHIN_IN_MS = { least: 150, most: 30_000 };
/** 0 to 1: the lower, the sooner this process steps in for another. */
export const THIS_CHANCE = Math.random();

const sessions = new Map<string, Session>();

/** The session of a fingerprint; a new one where this process knows none. */
export function sessionOf(fingerprint: string): Session {
	const known = sessions.get(fingerprint);
	const session = known ?? {
		fingerprint,
		held: 0,
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
 * refused without one being accepted, the token is not the reason, and is kept for a minute.
 *
 * @returns whether it was forgotten
 */
export function refuse(session: Session, value: string): boolean {
	const { current } = session;
	if (current?.value === value && isMinter(current) && isNew(current)) {
		const since = performance.now() - session.refusedAt;
		if (since > REFUSALS_KEPT_IN_MS) session.refusals = 0;
		if (isDoubted(session) && since < ONE_MINUTE_IN_MS) return false;
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

/** Whether its end is no matter of course: younger than a minute, and not due to be replaced. */
function isNew(token: AccessToken): boolean {
	return Date.now() < token.issuedAt + ONE_MINUTE_IN_MS && !mayBeReplaced(token);
}

/** Whether so many new tokens were refused that the next refusal is believed only if one was taken meanwhile. */
export function isDoubted({ refusals }: Session): boolean {
	return refusals >= REFUSALS_BELIEVED;
}

/** The provider took the token: what it refuses from now on is worth a new one. */
export function accept(session: Session): void {
	session.refusals = 0;
}

/** Takes a token into use, adopted or minted. */
export function setCurrent(session: Session, token: AccessToken): void {
	session.current = token;
	session.lost = undefined;
}

/** Whether this process minted the token. */
export function isMinter(token: AccessToken): boolean {
	return token.minter === THIS_PROCESS;
}

/** The current token where it may still be sent: it will not expire on its way. */
export function usableToken(session: Session): AccessToken | undefined {
	const { current } = session;
	if (!current) return undefined;
	const share = isLasting(session) ? LASTING_ON_THE_WAY_SHARE : ON_THE_WAY_SHARE;
	const onItsWay = Math.min(TWO_SECONDS_IN_MS, lifeOf(current) * share);
	return Date.now() < current.expiresAt - onItsWay ? current : undefined;
}

/** Whether the provider hands out nothing but the current token before that has ended. */
export function isLasting({ current, lasting }: Session): boolean {
	return current !== undefined && current.value === lasting;
}

/** Whether it is this process's turn to replace the token; its minter may do so earlier. */
export function isRenewalDue(token: AccessToken, aheadInMs = 0): boolean {
	if (isMinter(token)) return mayBeReplaced(token, aheadInMs);
	const { least, most } = STEP_IN_WITHIN_IN_MS;
	const within = Math.max(least, Math.min(most, lifeOf(token) * STEP_IN_SHARE));
	return Date.now() >= lateAt(token) + THIS_CHANCE * within;
}

/** Whether its minter may have replaced the token, as it was due: by now, or so much later. */
export function mayBeReplaced(token: AccessToken, aheadInMs = 0): boolean {
	return Date.now() + aheadInMs >= dueAt(token);
}

/** From when on (epoch milliseconds) others replace the token, as its minter has not. */
function lateAt(token: AccessToken): number {
	return dueAt(token) + Math.min(LATEST_IN_MS, lifeOf(token) * LATE_SHARE);
}

/** From when on (epoch milliseconds) its minter replaces the token. */
function dueAt(token: AccessToken): number {
	const life = lifeOf(token);
	const latest = Math.min(life * RENEWAL_SHARE, life - TEN_SECONDS_IN_MS);
	return token.issuedAt + Math.max(life * EARLIEST_RENEWAL_SHARE, latest);
}

function lifeOf(token: AccessToken): number {
	return token.expiresAt - token.issuedAt;
}
