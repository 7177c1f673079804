import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';
import { MERCHANT_ID, merchantIdStep } from '../../merchant-id';

/** GET /api/aggregator/merchant/institution/balance/{merchant_id} ("Get Balance Deposit"). */
export const getBalance: Operation = {
	value: 'getBalance',
	name: 'Get Balance',
	action: 'Get the balance of a deposit',
	description: 'Get what is left of the deposit from which fees are deducted',
	properties: [MERCHANT_ID],
	request: (parameters, account) => ({
		method: 'GET',
		path: `/api/aggregator/merchant/institution/balance/${merchantIdStep(parameters, account)}`,
	}),
	items: (answer) => [bodyOf(answer)],
};
