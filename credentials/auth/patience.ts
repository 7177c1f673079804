import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fromStoredToken } from './access-token';
import {
	adopt,
	isLasting,
	isMinter,
	isRenewalDue,
	mayBeReplaced,
	THIS_CHANCE,
	usableToken,
	type Session,
} from './session';
import type { TokenScheme } from './token-scheme';

type ReadAgain = () => Promise<ICredentialDataDecryptedObject>;

const POLL_INTERVAL_IN_MS = 40;
/** So long after a token would have expired, what became of it still counts. */
const RECENTLY_IN_MS = 5_000;
/** While requests are held, one is let go so often. */
const LET_GO_INTERVAL_IN_MS = 500;
/**
 * How long a process that lost its token waits for one that another process may have minted:
 * longer where it cannot look for it, but only see what the next request is handed.
 */
const PATIENCE_IN_MS = {
	reading: { minter: 500, others: 1_500 },
	notReading: { minter: 1_500, others: 6_000 },
};
/** Where there is no token, the processes need only not start in the same moment ... */
const STAGGER_IN_MS = 1_500;
/** ... but at several times the distance where several requests wait, for so do those of others. */
const MOST_DISTANCE = 4;
/** So many requests that cannot look for it wait for what the next one is handed, each so long. */
const HELD_AT_ONCE = 5;
const HELD_FOR_MS = 1_000;
/** So many tokens gone from a budget set the processes twice as far apart, twice as many three times. */
const MINTS_TO_DOUBLE = 9;

const readers = new WeakMap<object, ReadAgain>();

/** For a caller that can read the stored credential again while it waits; n8n's own nodes cannot. */
export function canReadAgain(credentials: object, read: ReadAgain): void {
	readers.set(credentials, read);
}

/** Whether this credential object was handed over by such a caller. */
export function canRead(credentials: object): boolean {
	return readers.has(credentials);
}

/** Takes over what is stored by now, where the caller can read it. */
export async function lookAgain(
	session: Session,
	scheme: TokenScheme,
	credentials: object,
): Promise<void> {
	const stored = await readers
		.get(credentials)?.()
		.catch(() => undefined);
	if (stored) adopt(session, scheme, fromStoredToken(stored, session.fingerprint));
}

/**
 * Whether another process is about to replace the token, which will end its life: then a moment's
 * wait saves a refused request.
 */
export function isBeingReplaced(session: Session, scheme: TokenScheme, aheadInMs: number): boolean {
	const token = usableToken(session);
	if (!scheme.oneLiveToken || !token || isMinter(token) || isLasting(session)) return false;
	return mayBeReplaced(token, aheadInMs) && !isRenewalDue(token);
}

/**
 * For a request that cannot look for the token that may be about to replace the known one: waits a
 * moment for one that comes later and is handed it. Only a few at a time do, so that others come.
 */
export async function waitForNext(session: Session, longerInMs: number): Promise<void> {
	if (session.held >= HELD_AT_ONCE) return;
	const { current } = session;
	const until = performance.now() + HELD_FOR_MS + longerInMs;
	session.held += 1;
	while (session.current === current && performance.now() < until) {
		await sleep(POLL_INTERVAL_IN_MS / 2);
	}
	session.held -= 1;
}

/**
 * Waits for a token that another process has minted, where one mint too many does harm. One request
 * that can read the credential again does so for all that wait, and every request that comes along
 * brings what it was handed.
 *
 * While the old token may still serve, one request after the other is let go with it: so work goes
 * on where nobody replaces it after all, and where it is dead only one request finds out.
 */
export async function waitForOthers(
	session: Session,
	scheme: TokenScheme,
	credentials: object,
): Promise<void> {
	if (!scheme.oneLiveToken && !scheme.budget) return;
	const { current } = session;
	const reads = canRead(credentials);
	const startedAt = performance.now();
	session.held += 1;
	do {
		if (reads) session.reader = credentials;
		session.waiting ??= look(session, scheme);
		await session.waiting;
		const usable = usableToken(session);
		if (usable && (usable !== current || isLetGo(session))) break;
	} while (isPatient(session, performance.now() - startedAt, reads));
	session.held -= 1;
}

async function look(session: Session, scheme: TokenScheme): Promise<void> {
	await sleep(POLL_INTERVAL_IN_MS * (0.5 + Math.random()));
	if (session.reader) await lookAgain(session, scheme, session.reader);
	session.reader = undefined;
	session.waiting = undefined;
}

function isLetGo(session: Session): boolean {
	const now = performance.now();
	const since = now - (session.letGoAt ?? 0);
	if (since < LET_GO_INTERVAL_IN_MS) return false;
	session.letGoAt = now;
	// The first of a new wait only starts the clock.
	return since < 2 * LET_GO_INTERVAL_IN_MS;
}

function isPatient(session: Session, waitedInMs: number, reads: boolean): boolean {
	const token = usableToken(session);
	if (token) return !isRenewalDue(token);
	// A refused token has been replaced; one that has expired perhaps not.
	const { lost, current: gone = lost } = session;
	const { reading, notReading } = PATIENCE_IN_MS;
	const { minter } = reads || !lost ? reading : notReading;
	if (gone && isMinter(gone)) return waitedInMs < minter * (0.5 + THIS_CHANCE / 2);
	const isRecent = gone && Date.now() - waitedInMs < gone.expiresAt + RECENTLY_IN_MS;
	const spread = THIS_CHANCE * (1 + session.mints.length / MINTS_TO_DOUBLE);
	const { others } = reads ? reading : notReading;
	if (isRecent) return waitedInMs < others * (0.5 + spread / 2);
	return waitedInMs < STAGGER_IN_MS * spread * Math.min(session.held, MOST_DISTANCE);
}
