import { sleep, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fromStoredToken } from './access-token';
import { adopt, isMinter, usableToken, type Session } from './session';
import type { TokenScheme } from './token-scheme';

type ReadAgain = () => Promise<ICredentialDataDecryptedObject>;

const POLL_INTERVAL_IN_MS = 40;
/** How long a process that lost its token waits for one that another process may have minted. */
const MINTER_PATIENCE_IN_MS = 400;
const OTHERS_PATIENCE_IN_MS = 1_200;
/** Where a token simply ran out, the processes need only not start in the same moment. */
const STAGGER_IN_MS = 200;

const readers = new WeakMap<object, ReadAgain>();

/** For a caller that can read the stored credential again while it waits; n8n's own nodes cannot. */
export function canReadAgain(credentials: object, read: ReadAgain): void {
	readers.set(credentials, read);
}

/** Whether this credential object was handed over by such a caller. */
export function canRead(credentials: object): boolean {
	return readers.has(credentials);
}

/**
 * Waits for a token that another process has minted. All requests of this process wait together;
 * one that can read the credential again does so for all, and every request that comes along
 * brings what it was handed.
 *
 * Half of the time is left to chance, so that several processes do not give up in the same moment.
 */
export async function waitForOthers(
	session: Session,
	scheme: TokenScheme,
	credentials: ICredentialDataDecryptedObject,
): Promise<void> {
	const read = readers.get(credentials);
	if (read) session.read = read;
	session.waiting ??= poll(session, scheme).finally(() => {
		session.waiting = undefined;
		session.read = undefined;
	});
	await session.waiting;
}

async function poll(session: Session, scheme: TokenScheme): Promise<void> {
	const deadline = Date.now() + patienceOf(session, scheme);
	do {
		const stored = await session.read?.().catch(() => undefined);
		if (stored) adopt(session, scheme, fromStoredToken(stored, session.fingerprint));
		if (usableToken(session)) return;
		await sleep(POLL_INTERVAL_IN_MS * (0.5 + Math.random()));
	} while (Date.now() < deadline && !usableToken(session));
}

function patienceOf(session: Session, scheme: TokenScheme): number {
	if (!scheme.oneLiveToken) return 0;
	const patience = !session.lost
		? STAGGER_IN_MS
		: isMinter(session.lost)
			? MINTER_PATIENCE_IN_MS
			: OTHERS_PATIENCE_IN_MS;
	return patience * (0.5 + Math.random() * 0.5);
}
