import { flagOf } from '../shared/answer';

/**
 * What an answer says in `success`. The documents have true and false; as a caution of ours the same
 * as text, 1 and 0 count as well.
 *
 * @returns undefined where it says neither
 */
export function successOf(success: unknown): boolean | undefined {
	const digit = String(success).trim();
	return digit === '0' || digit === '1' ? digit === '1' : flagOf(success);
}
