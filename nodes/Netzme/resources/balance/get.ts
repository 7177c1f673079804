import { answerObject, requiredText } from '../../../shared/fields';
import type { Operation } from '../../../shared/provider';

/** GET /api/aggregator/merchant/qr/balance/detail. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a balance',
	description: 'Get the balance of a merchant',
	properties: [
		{
			displayName: 'Merchant ID',
			name: 'merchantId',
			type: 'string',
			default: '',
			placeholder: 'e.g. M_pXAFWzCg',
			hint: 'Leave empty to use the one of the credential',
		},
	],
	request: (parameters, account) => {
		const merchant = { merchantId: parameters.merchantId || account.merchantId };
		return {
			method: 'GET',
			path: '/api/aggregator/merchant/qr/balance/detail',
			query: { userId: requiredText(merchant, 'merchantId', 'Merchant ID') },
		};
	},
	items: (answer) => [answerObject(answerObject(answer).body)],
};
