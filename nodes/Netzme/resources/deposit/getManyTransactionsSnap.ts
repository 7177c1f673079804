import type { Operation } from '../../../shared/provider';
import { snapTransactionsAt } from '../../snap/transactions';

/** POST /api/v1.0/deposit/transaction-history-list ("Get Deposit Transaction", SNAP BI). */
export const getManyTransactionsSnap: Operation = {
	value: 'getManyTransactionsSnap',
	name: 'Get Many Transactions (SNAP BI)',
	action: 'Get many transactions of a deposit by SNAP BI',
	description: 'Get what came into the deposit of a merchant and left it, in a range of days',
	...snapTransactionsAt('/api/v1.0/deposit/transaction-history-list'),
};
