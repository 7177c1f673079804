import type { Operation } from '../../../shared/provider';
import { only } from '../../answers';
import { transactionsAt } from './list';

/** GET /api/aggregator/merchant/qr/transaction/list ("Get Transaction List"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many transactions',
	description: 'Get the transactions of a merchant in a range of days',
	...transactionsAt('/api/aggregator/merchant/qr/transaction/list'),
	simplify: only([
		'id',
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
