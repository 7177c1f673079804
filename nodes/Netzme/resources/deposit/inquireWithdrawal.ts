import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';
import { MERCHANT_ID, merchantId } from '../../merchant-id';

/** GET /api/aggregator/merchant/deposit/withdraw/inquiry ("Inquiry Withdraw Deposit"). */
export const inquireWithdrawal: Operation = {
	value: 'inquireWithdrawal',
	name: 'Inquire Withdrawal',
	action: 'Inquire about a withdrawal of a deposit',
	description:
		'Get the amount of the deposit that can be withdrawn and the bank account it goes to',
	properties: [MERCHANT_ID],
	request: (parameters, account) => ({
		method: 'GET',
		path: '/api/aggregator/merchant/deposit/withdraw/inquiry',
		query: { userId: merchantId(parameters, account) },
	}),
	items: (answer) => [bodyOf(answer)],
};
