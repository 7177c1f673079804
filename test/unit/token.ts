import type { AccessToken } from '../../credentials/token/access-token';

export const NOW = Date.parse('2026-01-31T12:00:00.000Z');
export const ONE_HOUR_IN_MS = 3_600_000;

/** A token of an hour, minted at `NOW` by another process. */
export const tokenWith = (changes: Partial<AccessToken> = {}): AccessToken => ({
	value: 'a token',
	issuedAt: NOW,
	expiresAt: NOW + ONE_HOUR_IN_MS,
	owner: 'another process',
	clockOffset: 0,
	mints: [],
	...changes,
});
