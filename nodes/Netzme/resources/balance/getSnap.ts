import type { Operation } from '../../../shared/provider';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { contentOf } from '../../snap/answers';
import { snapRead } from '../../snap/request';

/** POST /api/v1.0/payment/balance-inquiry ("Get Balance Detail", SNAP BI). */
export const getSnap: Operation = {
	value: 'getSnap',
	name: 'Get (SNAP BI)',
	action: 'Get a balance by SNAP BI',
	description: 'Get the total and the settled balance of a merchant',
	properties: [MERCHANT_ID],
	isRead: true,
	request: (parameters, account) => {
		const accountNo = merchantId(parameters, account);
		return snapRead('/api/v1.0/payment/balance-inquiry', account, (partnerReferenceNo) => ({
			partnerReferenceNo,
			accountNo,
		}));
	},
	items: (answer) => [contentOf(answer)],
};
