import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { partnerTokenScheme } from '../../credentials/partner/token-scheme';
import { fingerprintOf, toStoredToken } from '../../credentials/token/access-token';
import { tokenWith } from './token';

const ONE_HOUR_IN_MS = 3_600_000;

/** A credential with which a token is stored already, minted just now; the credential itself where it needs none. */
export function withToken(
	credentials: ICredentialDataDecryptedObject,
	value = 'a token',
): ICredentialDataDecryptedObject {
	const scheme = partnerTokenScheme(credentials);
	if (!scheme) return credentials;
	const now = Date.now();
	const token = tokenWith({ value, issuedAt: now, expiresAt: now + ONE_HOUR_IN_MS });
	const fingerprint = fingerprintOf([scheme.provider, ...scheme.inputs(credentials)]);
	return { ...credentials, ...toStoredToken(token, fingerprint) };
}
