import type { Operation } from '../../../shared/provider';
import { transactionsAt } from '../transaction/list';

/** GET /api/aggregator/merchant/deposit/transaction/list ("Get Deposit Transaction"). */
export const getManyTransactions: Operation = {
	value: 'getManyTransactions',
	name: 'Get Many Transactions',
	action: 'Get many transactions of a deposit',
	description: 'Get what came into the deposit of a merchant and left it, in a range of days',
	...transactionsAt('/api/aggregator/merchant/deposit/transaction/list'),
};
