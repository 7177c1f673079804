import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Work } from './engine';
import type { Refresh } from './scheme';
import type { TokenState } from './state';
import { TokenRequestError } from './token-answer';
import { requestToken, type GrantedToken } from './token-request';

/**
 * Gets a token: with the newest refresh token where there is one, and in the ordinary way where there
 * is none, or where the provider refuses it. A refresh token that was refused is not sent again,
 * unless there is no other way: then it may be the provider's mistake.
 *
 * @throws TokenRequestError or UserError where no token can be had
 */
export async function grant(
	{ session, helpers, credentials }: Work,
	now: () => number,
): Promise<GrantedToken> {
	const { scheme, state } = session;
	const { provider, refresh } = scheme;
	let refusal: TokenRequestError | undefined;
	for (const refreshToken of refresh ? refreshTokens(refresh, credentials, state) : []) {
		const request = refresh?.request(credentials, refreshToken, state.token ?? state.lost);
		if (!request) continue;
		const granted = await requestToken(helpers, provider, request, now).catch(refusalOf);
		// A provider that sends no other one means that this one goes on (RFC 6749, section 6).
		if (!(granted instanceof TokenRequestError)) return { refreshToken, ...granted };
		session.apply({ type: 'refused', value: refreshToken });
		refusal = granted;
	}
	if (refusal && refresh?.isOnlyWay) throw refusal;
	return await requestToken(helpers, provider, scheme.tokenRequest(credentials), now);
}

/** A refusal as a value; any other failure is thrown. */
function refusalOf(error: unknown): TokenRequestError {
	if (error instanceof TokenRequestError && error.refused) return error;
	throw error;
}

/** Those worth trying, the newest first. */
function refreshTokens(
	{ initial, isOnlyWay }: Refresh,
	credentials: ICredentialDataDecryptedObject,
	{ token, lost, refused }: TokenState,
): string[] {
	const known = [token?.refreshToken, lost?.refreshToken, initial?.(credentials)];
	return [...new Set(known)].filter(
		(each): each is string =>
			each !== undefined && each !== '' && (isOnlyWay || !refused.includes(each)),
	);
}
