import type { Operation } from '../../../shared/provider';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { contentOf } from '../../snap/answers';
import { snapRead } from '../../snap/request';

/** POST /api/v1.0/deposit/balance-inquiry ("Get Balance Deposit", SNAP BI). */
export const getBalanceSnap: Operation = {
	value: 'getBalanceSnap',
	name: 'Get Balance (SNAP BI)',
	action: 'Get the balance of a deposit by SNAP BI',
	description: 'Get what is left of the deposit from which fees are deducted',
	properties: [MERCHANT_ID],
	isRead: true,
	request: (parameters, account) => {
		const accountNo = merchantId(parameters, account);
		return snapRead('/api/v1.0/deposit/balance-inquiry', account, (partnerReferenceNo) => ({
			partnerReferenceNo,
			accountNo,
		}));
	},
	items: (answer) => [contentOf(answer)],
};
