import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { waitForOthers } from './patience';
import { askOnce } from './probe';
import { refuse, usableToken, type Session } from './session';
import type { TokenScheme } from './token-scheme';

/** So many tokens of a request that n8n sends for the last time are tried with the harmless call. */
export const MOST_ATTEMPTS = 4;
/** So long it takes n8n at most to store a token before it sends a request again. */
export const UNTIL_SENT_IN_MS = 1_000;

/**
 * Asks the provider whether another process has replaced the one live token. If so, it is forgotten.
 *
 * @returns whether it was forgotten, so that another one is needed
 */
export async function wasReplaced(
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<boolean> {
	const token = usableToken(session);
	if (!token) return true;
	const isDead = await askOnce(token, session, scheme, helpers, credentials);
	return isDead === true && refuse(session, token.value);
}

/** In the moment before a request is sent for the last time: waits until the known token lives. */
export async function untilOneLives(
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<void> {
	for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
		if (!(await wasReplaced(session, scheme, helpers, credentials))) return;
		await waitForOthers(session, scheme, credentials);
	}
}
