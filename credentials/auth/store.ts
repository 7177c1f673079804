import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fromStoredToken, STORE_NOTHING, toStoredToken, type AccessToken } from './access-token';
import { canRead } from './patience';
import { isMinter, type Session } from './session';

type Output = Record<string, string>;

const HALF_A_SECOND_IN_MS = 500;

const keptInMemory = new WeakSet<object>();

/**
 * For a caller whose credential is another account for each item: nothing of one is to be stored
 * where the next one looks. Earlier versions of n8n would also write the evaluated secrets of this
 * item in place of the expressions (credentials-helper, preAuthentication).
 */
export function keepInMemory(credentials: object): void {
	keptInMemory.add(credentials);
}

export function isKeptInMemory(credentials: object): boolean {
	return keptInMemory.has(credentials);
}

/** A token that was minted just now, as n8n is to store it. */
export function store(session: Session, token: AccessToken): Output {
	session.storedAt = performance.now();
	return toStoredToken(token, session.fingerprint);
}

/**
 * Where the database has no token or an older one, another write undid ours. One that was obtained
 * with other inputs is left alone: the secret may be an expression, whose values take turns.
 */
export function storeAgainIfLost(
	session: Session,
	credentials: ICredentialDataDecryptedObject,
): Output {
	const { current, fingerprint, storedAt } = session;
	const withoutOurs = credentials.accessToken ? Infinity : 0;
	const isLost =
		current !== undefined &&
		isMinter(current) &&
		performance.now() > storedAt + HALF_A_SECOND_IN_MS &&
		!canRead(credentials) &&
		(fromStoredToken(credentials, fingerprint)?.issuedAt ?? withoutOurs) < current.issuedAt;
	return isLost ? store(session, current) : STORE_NOTHING;
}
