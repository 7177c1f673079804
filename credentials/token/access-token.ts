import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { parseJsonObject } from '../auth/json';

/** A short-lived token. All times are epoch milliseconds of this machine's clock. */
export interface AccessToken {
	value: string;
	issuedAt: number;
	expiresAt: number;
	/** The process that minted it; that process renews it. */
	owner: string;
	/** Provider's clock minus this machine's, in milliseconds; 0 where they agree. */
	clockOffset: number;
	/** When tokens were minted lately, for providers that allow only so many. */
	mints: number[];
	/** With which the next token is asked for, where the provider hands out such. */
	refreshToken?: string;
}

type StoredState = Omit<AccessToken, 'value'> & { fingerprint: string };

/** The property whose value stays '' for ever, so that n8n asks `preAuthentication` before every request. */
const RENEWAL = 'renewal';

/**
 * Hidden properties of a credential that keeps its token. The token, and its state, which may hold a
 * refresh token, are masked like a password, or they would reach the browser in clear. `n8n_expires_at` is the name that n8n itself is moving to.
 */
export const TOKEN_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Renewal',
		name: RENEWAL,
		type: 'hidden',
		typeOptions: { expirable: true },
		default: '',
	},
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
	{
		displayName: 'Access Token State',
		name: 'accessTokenState',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
	{ displayName: 'Expires At', name: 'n8n_expires_at', type: 'hidden', default: '' },
];

/** What `preAuthentication` returns so that n8n stores nothing. */
export const STORE_NOTHING: Record<string, string> = {};

/** What `preAuthentication` returns so that n8n sends the request again; it stores nothing new. */
export const SEND_AGAIN: Record<string, string> = { [RENEWAL]: '' };

/**
 * Identifies everything a token was obtained with: change a secret and the old token does not fit.
 *
 * @param inputs provider, base URL, ids and secrets
 * @returns SHA-256 in hex
 */
export function fingerprintOf(inputs: string[]): string {
	return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

/** The token as credential data, in the shape of {@link TOKEN_PROPERTIES}. */
export function toStoredToken(token: AccessToken, fingerprint: string): Record<string, string> {
	const { value, ...state } = token;
	return {
		[RENEWAL]: '',
		accessToken: value,
		accessTokenState: JSON.stringify({ ...state, fingerprint }),
		n8n_expires_at: String(token.expiresAt),
	};
}

/** The token stored with a credential, or undefined where there is none or it was obtained with other inputs. */
export function fromStoredToken(
	credentials: ICredentialDataDecryptedObject,
	fingerprint: string,
): AccessToken | undefined {
	const { accessToken: value, accessTokenState } = credentials;
	if (typeof value !== 'string' || value === '' || typeof accessTokenState !== 'string') {
		return undefined;
	}
	const state = parseJsonObject(accessTokenState) as Partial<StoredState> | undefined;
	if (state?.fingerprint !== fingerprint) return undefined;
	const { issuedAt, expiresAt, owner = '', clockOffset = 0, mints = [], refreshToken } = state;
	if (typeof issuedAt !== 'number' || typeof expiresAt !== 'number') return undefined;
	const token = { value, issuedAt, expiresAt, owner, clockOffset, mints };
	return refreshToken === undefined ? token : { ...token, refreshToken };
}
