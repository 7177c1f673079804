import { UserError } from 'n8n-workflow';

/** How many tokens a provider hands out in a sliding window. */
export interface Quota {
	tokens: number;
	windowInMs: number;
}

/**
 * Joins lists of mint times without doubles, without those that left the window. A time still to
 * come counts, for the clock may have been set back; one further off than a window says nothing.
 */
export function mergeMints(
	quota: Quota | undefined,
	now: number,
	...lists: Array<readonly number[]>
): number[] {
	if (!quota) return [];
	const times = new Set(lists.flat().filter((time) => Math.abs(time - now) < quota.windowInMs));
	return [...times].sort((a, b) => a - b);
}

/**
 * Refuses a token request beyond the quota before it is sent.
 *
 * @param mints epoch milliseconds of the mints within the window, oldest first
 * @throws UserError that says when minting is possible again
 */
export function assertWithinQuota(
	provider: string,
	quota: Quota | undefined,
	now: number,
	mints: readonly number[],
): void {
	if (!quota || mints.length < quota.tokens) return;
	const freeAt = mints[mints.length - quota.tokens] + quota.windowInMs;
	const minutes = Math.max(1, Math.ceil((freeAt - now) / 60_000));
	const window = Math.round(quota.windowInMs / 60_000);
	throw new UserError(
		`${provider}'s limit of access tokens is reached: ${mints.length} in the last ${window} minutes`,
		{
			description: `The next one can be requested in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, at ${new Date(freeAt).toISOString()}. If tokens are refused again and again, look for another program that uses the same account.`,
		},
	);
}
