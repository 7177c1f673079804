import { genericRequest, sendRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { merged, resourcesOf } from '../api-family';
import { withExternalId } from '../snap/request';
import { get as getBalance } from './balance/get';
import { getBalance as getDepositBalance } from './deposit/getBalance';
import { getManyTransactions } from './deposit/getManyTransactions';
import { getWithdrawalStatus as getDepositWithdrawalStatus } from './deposit/getWithdrawalStatus';
import { inquireWithdrawal } from './deposit/inquireWithdrawal';
import { submitWithdrawal } from './deposit/submitWithdrawal';
import { create as createInvoice } from './invoice/create';
import { createLink } from './invoice/createLink';
import { get as getMerchant } from './merchant/get';
import { create as createPin } from './pin/create';
import { forgot as forgotPin } from './pin/forgot';
import { create as createReceipt } from './receipt/create';
import { deduct } from './splitFee/deduct';
import { getStatus as getDeductionStatus } from './splitFee/getStatus';
import { getInvoice } from './transaction/getInvoice';
import { getMany } from './transaction/getMany';
import { getQrisAcquire } from './transaction/getQrisAcquire';
import { getHistory, getQrDetails, getTransaction } from './wallet/queries';
import { getAccountStatus, getBalance as getWalletBalance, getFixedVa } from './wallet/reads';
import { getStatus as getWithdrawalStatus } from './withdrawal/getStatus';
import { inquire } from './withdrawal/inquire';
import { submit } from './withdrawal/submit';
import { snapResources, snapWalletResources } from './snap';

export const resources: Resource[] = merged([
	...resourcesOf('tokoNetzme', [
		{ value: 'balance', name: 'Balance', operations: [getBalance] },
		{
			value: 'deposit',
			name: 'Deposit',
			operations: [
				getDepositBalance,
				getManyTransactions,
				inquireWithdrawal,
				submitWithdrawal,
				getDepositWithdrawalStatus,
			],
		},
		{ value: 'invoice', name: 'Invoice', operations: [createInvoice, createLink] },
		{ value: 'merchant', name: 'Merchant', operations: [getMerchant] },
		{ value: 'pin', name: 'PIN', operations: [createPin, forgotPin] },
		{ value: 'receipt', name: 'Receipt', operations: [createReceipt] },
		{ value: 'splitFee', name: 'Split Fee', operations: [deduct, getDeductionStatus] },
		{
			value: 'transaction',
			name: 'Transaction',
			operations: [getMany, getInvoice, getQrisAcquire],
		},
		{
			value: 'withdrawal',
			name: 'Withdrawal',
			operations: [inquire, submit, getWithdrawalStatus],
		},
	]),
	...resourcesOf('netzmeWallet', [
		{
			value: 'wallet',
			name: 'Wallet',
			operations: [
				getAccountStatus,
				getWalletBalance,
				getFixedVa,
				getHistory,
				getQrDetails,
				getTransaction,
			],
		},
	]),
	...resourcesOf('tokoNetzmeSnap', snapResources),
	...resourcesOf('netzmeWalletSnap', snapWalletResources),
	{ ...genericRequest, operations: [withExternalId(sendRequest)] },
]);
