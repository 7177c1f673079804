import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';
import { entriesOf } from './entries';
import { USER_ID, userIdOf } from './user-id';

/**
 * What is asked for by the user alone.
 *
 * @param name of the query parameter: Netzme writes it in two ways
 */
function byUser(
	path: string,
	name: 'userId' | 'userid',
): Pick<Operation, 'properties' | 'request' | 'items'> {
	return {
		properties: [USER_ID],
		request: (parameters) => ({ method: 'GET', path, query: { [name]: userIdOf(parameters) } }),
		items: (answer) => [bodyOf(answer)],
	};
}

/** GET /aggregator/cdd/status ("Get Account Status"). */
export const getAccountStatus: Operation = {
	value: 'getAccountStatus',
	name: 'Get Account Status',
	action: 'Get the account status of a wallet',
	description: 'Get how far a user of the wallet has been verified',
	...byUser('/aggregator/cdd/status', 'userid'),
};

/** GET /payment/aggregator/balance ("Get Balance"). */
export const getBalance: Operation = {
	value: 'getBalance',
	name: 'Get Balance',
	action: 'Get the balance of a wallet',
	description: 'Get what a user has in the wallet',
	...byUser('/payment/aggregator/balance', 'userId'),
};

/** GET /payment/aggregator/fixed_va ("Get Fixed Topup VA"). */
export const getFixedVa: Operation = {
	value: 'getFixedVa',
	name: 'Get Fixed Virtual Accounts',
	action: 'Get the fixed virtual accounts of a wallet',
	description: 'Get the virtual accounts by which a user tops up the wallet',
	...byUser('/payment/aggregator/fixed_va', 'userId'),
	items: entriesOf,
};
