import type { Routes } from './call';
import { failure, MERCHANT, rupiah, success } from './netzmeAnswers';
import type { NetzmeState } from './netzmeAnswers';
import { PIN_ROUTES } from './netzmePins';
import { RECEIPT_ROUTES } from './netzmeReceipts';
import { SPLIT_FEE_ROUTES } from './netzmeSplitFee';
import { TRANSACTION_ROUTES } from './netzmeTransactions';
import { WALLET_ROUTES } from './netzmeWallet';
import { WITHDRAWAL_ROUTES } from './netzmeWithdrawals';

/** The signed endpoints. */
export const NETZME_ROUTES: Routes<NetzmeState> = {
	[`GET ${MERCHANT}/qr/balance/detail`]: (call, { account, data }) => {
		const userId = call.query.get('userId');
		return userId === account.merchantId
			? success({ userId, balance: rupiah(data.balance) })
			: failure('404', 'User not found');
	},
	[`GET ${MERCHANT}/qr/merchant_detail`]: (call, { account }) => {
		const phoneNo = call.query.get('phoneNo');
		// Own choice: any telephone number of digits is the merchant's.
		if (!/^\+?\d+$/.test(phoneNo ?? '')) return failure('404', 'Merchant not found');
		return success({ userId: account.merchantId, phoneNo, merchantName: 'Test Merchant' }, 100);
	},
	...TRANSACTION_ROUTES,
	...WITHDRAWAL_ROUTES,
	...SPLIT_FEE_ROUTES,
	...PIN_ROUTES,
	...RECEIPT_ROUTES,
	...WALLET_ROUTES,
};
