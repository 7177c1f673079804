import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fromStoredToken } from './access-token';
import { adopt, dueAt, isMinter, lateAt, THIS_CHANCE, usableToken, type Session } from './session';
import type { TokenScheme } from './token-scheme';

type ReadAgain = () => Promise<ICredentialDataDecryptedObject>;

const POLL_INTERVAL_IN_MS = 40;
/** Where there is no token, the processes need only not start in the same moment. */
const STAGGER_IN_MS = 1_500;
/** Where it ran out just now, its minter may be at work on the next one. */
const RECENTLY_IN_MS = 5_000;
/** While requests are held, one is let go so often. */
const LET_GO_INTERVAL_IN_MS = 150;
/**
 * How long a process that lost its token waits for one that another process may have minted:
 * longer where it cannot look for it, but only see what the next request is handed.
 */
const PATIENCE_IN_MS = { minter: 500, others: 1_500, othersWithoutReading: 4_000 };
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
export function isBeingReplaced(session: Session, scheme: TokenScheme): boolean {
	const token = usableToken(session);
	if (!scheme.oneLiveToken || !token || isMinter(token)) return false;
	return Date.now() >= dueAt(token) && Date.now() < lateAt(token);
}

/**
 * Waits for a token that another process has minted, where one mint too many does harm. One request that can read the credential again
 * does so for all that wait, and every request that comes along brings what it was handed.
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
	const startedAt = performance.now();
	do {
		if (canRead(credentials)) session.reader = credentials;
		session.waiting ??= look(session, scheme);
		await session.waiting;
		const usable = usableToken(session);
		if (usable && (usable !== current || isLetGo(session))) return;
	} while (isPatient(session, performance.now() - startedAt, canRead(credentials)));
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
	if (token) return Date.now() < lateAt(token);
	const gone = session.lost ?? session.current;
	const isRecent = gone !== undefined && Date.now() - waitedInMs < gone.expiresAt + RECENTLY_IN_MS;
	const { minter, others, othersWithoutReading } = PATIENCE_IN_MS;
	if (isRecent && isMinter(gone)) return waitedInMs < minter * (0.5 + THIS_CHANCE / 2);
	const spread = THIS_CHANCE * (1 + session.mints.length / MINTS_TO_DOUBLE);
	if (!isRecent) return waitedInMs < STAGGER_IN_MS * spread;
	return waitedInMs < (reads ? others : othersWithoutReading) * (0.5 + spread / 2);
}
