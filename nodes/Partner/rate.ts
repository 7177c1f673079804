import { UserError, type IDataObject } from 'n8n-workflow';
import { decimalOf, requiredInteger } from '../shared/fields/number';
import type { RateLimit } from '../shared/provider';

const ONE_DAY_IN_SECONDS = 24 * 60 * 60;

/**
 * How many requests the partner takes in a time, as the option says.
 *
 * @returns undefined where the option was not added
 * @throws UserError naming the field that does not fit
 */
export function rateLimitOf({ rate }: IDataObject): RateLimit | undefined {
	const { limit } = (rate ?? {}) as { limit?: IDataObject };
	if (!limit) return undefined;
	const requests = requiredInteger(limit, 'requests', 'Requests', 1, 100_000);
	const seconds = decimalOf(limit, 'seconds', 'In Seconds', 3);
	if (seconds !== undefined && seconds > 0 && seconds <= ONE_DAY_IN_SECONDS) {
		return { requests, perMilliseconds: seconds * 1000 };
	}
	throw new UserError('In Seconds must be a number above 0, 86400 at most', {
		description:
			'Check Requests per Time in Options. Write it in digits only, e.g. 60. Nothing was sent.',
	});
}
