import type { Operation } from '../../../shared/provider';
import { statusAt } from '../withdrawal/status';

/** GET /api/aggregator/merchant/withdraw/deposit/{requestId} ("Get Information Withdraw Deposit"). */
export const getWithdrawalStatus: Operation = {
	value: 'getWithdrawalStatus',
	name: 'Get Withdrawal Status',
	action: 'Get the status of a withdrawal of a deposit',
	description:
		'Get what became of a withdrawal of the deposit; after it was submitted it is pending',
	...statusAt('/api/aggregator/merchant/withdraw/deposit'),
};
