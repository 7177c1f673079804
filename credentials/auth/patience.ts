import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fromStoredToken, type AccessToken } from './access-token';
import { adopt, dueAt, isMinter, lateAt, usableToken, type Session } from './session';
import type { TokenScheme } from './token-scheme';

type ReadAgain = () => Promise<ICredentialDataDecryptedObject>;

const POLL_INTERVAL_IN_MS = 40;
/** Where a token ran out, the processes need only not start in the same moment. */
const STAGGER_IN_MS = 200;
/** Where it ran out just now, its minter may be at work on the next one. */
const RECENTLY_IN_MS = 5_000;
/** How long requests are held while the minter replaces a token that still serves. */
const LONGEST_HOLD_IN_MS = 1_000;
/**
 * How long a process that lost its token waits for one that another process may have minted:
 * longer where it cannot look for it, but only see what the next request is handed.
 */
const PATIENCE_IN_MS = { minter: 500, others: 1_500, othersWithoutReading: 4_000 };

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
	return Date.now() >= dueAt(token) && Date.now() < heldUntil(token);
}

function heldUntil(token: AccessToken): number {
	return Math.min(dueAt(token) + LONGEST_HOLD_IN_MS, lateAt(token));
}

/**
 * Waits for a token that another process has minted. All requests of this process wait together;
 * one that can read the credential again does so for all, and every request that comes along
 * brings what it was handed.
 */
export async function waitForOthers(
	session: Session,
	scheme: TokenScheme,
	credentials: object,
): Promise<void> {
	if (!scheme.oneLiveToken) return;
	if (canRead(credentials)) session.reader = credentials;
	session.waiting ??= poll(session, scheme).finally(() => {
		session.waiting = undefined;
		session.reader = undefined;
	});
	await session.waiting;
}

async function poll(session: Session, scheme: TokenScheme): Promise<void> {
	const { current } = session;
	const startedAt = Date.now();
	const chance = 0.5 + Math.random() * 0.5;
	do {
		if (session.reader) await lookAgain(session, scheme, session.reader);
		if (session.current !== current && usableToken(session)) return;
		await sleep(POLL_INTERVAL_IN_MS * (0.5 + Math.random()));
	} while (Date.now() < deadline(session, startedAt, chance));
}

/** @param chance 0.5 to 1, so that several processes do not give up in the same moment */
function deadline(session: Session, startedAt: number, chance: number): number {
	const token = usableToken(session);
	if (token) return heldUntil(token);
	const gone = session.lost ?? session.current;
	const isRecent = gone !== undefined && startedAt < gone.expiresAt + RECENTLY_IN_MS;
	if (!isRecent) return startedAt + STAGGER_IN_MS * chance;
	if (isMinter(gone)) return startedAt + PATIENCE_IN_MS.minter * chance;
	const { others, othersWithoutReading } = PATIENCE_IN_MS;
	return startedAt + (session.reader ? others : othersWithoutReading) * chance;
}
