import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';
import { MERCHANT_ID, merchantId } from '../../merchant-id';

/** GET /api/aggregator/merchant/qr/balance/detail. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a balance',
	description: 'Get the balance of a merchant',
	properties: [MERCHANT_ID],
	request: (parameters, account) => ({
		method: 'GET',
		path: '/api/aggregator/merchant/qr/balance/detail',
		query: { userId: merchantId(parameters, account) },
	}),
	items: (answer) => [bodyOf(answer)],
};
