import type { Operation } from '../../../shared/provider';
import { picked } from '../../snap/answers';
import { snapTransactionsAt } from '../../snap/transactions';

/** POST /api-qris/v2.0/transaction/history-list ("Get Transaction List", SNAP BI). */
export const getManySnap: Operation = {
	value: 'getManySnap',
	name: 'Get Many (SNAP BI)',
	action: 'Get many transactions by SNAP BI',
	description: 'Get the transactions of a merchant in a range of days',
	...snapTransactionsAt('/api-qris/v2.0/transaction/history-list'),
	simplify: picked([
		'transactionId',
		'type',
		'status',
		'amount',
		'totalAmount',
		'feeAmount',
		'paymentMethod',
		'invoiceId',
		'createdTs',
		'paidTs',
	]),
};
