import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { AccessToken } from './access-token';
import { accept, isLasting, mayBeReplaced, type Session } from './session';
import type { TokenScheme } from './token-scheme';

const FIVE_SECONDS_IN_MS = 5_000;
const ONE_SECOND_IN_MS = 1_000;

/**
 * Whether the provider refuses a token, where a failed request alone does not tell. Asked once for
 * all requests that failed together.
 *
 * @returns undefined where the provider does not say
 */
export async function isTokenDead(
	value: string,
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<boolean | undefined> {
	const token = session.current;
	if (token?.value !== value) return false;
	// It was due to be replaced, by which it died.
	if (scheme.oneLiveToken && mayBeReplaced(token) && !isLasting(session)) return true;
	return await askOnce(token, session, scheme, helpers, credentials);
}

/** As {@link askProvider}, but once for all that ask at the same time or, where it may be, soon after. */
export async function askOnce(
	token: AccessToken,
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<boolean | undefined> {
	const known = session.probe;
	if (known?.token === token.value && performance.now() < known.until) return await known.isDead;
	const isDead = askProvider(token, session, scheme, helpers, credentials);
	const probe = { token: token.value, isDead, until: Infinity };
	session.probe = probe;
	const answer = await isDead;
	// Another process may end the life of the one live token the next moment.
	probe.until = scheme.oneLiveToken ? 0 : performance.now() + ONE_SECOND_IN_MS;
	return answer;
}

/**
 * Asks with a token whether it is refused; one that is not counts as accepted.
 *
 * @returns undefined where the provider does not say
 */
export async function askProvider(
	token: AccessToken,
	session: Session,
	scheme: TokenScheme,
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<boolean | undefined> {
	try {
		const answer = (await helpers.httpRequest({
			...scheme.probe(credentials, token),
			timeout: FIVE_SECONDS_IN_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		const { statusCode } = answer;
		if (statusCode === 401 || scheme.isRefusal?.(answer.body)) return true;
		if (statusCode === 429 || statusCode >= 500) return undefined;
		accept(session);
		return false;
	} catch {
		return undefined;
	}
}
