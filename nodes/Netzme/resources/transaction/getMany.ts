import { UserError } from 'n8n-workflow';
import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import type { Operation } from '../../../shared/provider';
import { only } from '../../answers';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { nextPage, transactionsOf } from './pages';

/** GET /api/aggregator/merchant/qr/transaction/list ("Get Transaction List"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many transactions',
	description: 'Get the transactions of a merchant in a range of days',
	properties: [
		MERCHANT_ID,
		{
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			default: '={{ $today.minus({ days: 7 }).toISODate() }}',
			required: true,
			description: 'The first day of the range; its time is not used',
			hint: DAY_HINT,
		},
		{
			displayName: 'End Date',
			name: 'endDate',
			type: 'dateTime',
			default: '={{ $today.toISODate() }}',
			required: true,
			description: 'The last day of the range; its time is not used',
			hint: DAY_HINT,
		},
	],
	request: (parameters, account, timezone) => {
		const startdate = requiredDay(parameters, 'startDate', 'Start Date', timezone);
		const enddate = requiredDay(parameters, 'endDate', 'End Date', timezone);
		if (enddate < startdate) {
			throw new UserError('End Date is before Start Date', {
				description: 'Check both dates in the node. They may be the same day.',
			});
		}
		return {
			method: 'GET',
			path: '/api/aggregator/merchant/qr/transaction/list',
			query: { userId: merchantId(parameters, account), startdate, enddate, page: 1 },
		};
	},
	items: transactionsOf,
	list: { key: JSON.stringify, next: nextPage },
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
