import type { Operation } from '../../shared/provider';
import { getSnap as getBalance } from './balance/getSnap';
import { getBalanceSnap as getDepositBalance } from './deposit/getBalanceSnap';
import { getManyTransactionsSnap } from './deposit/getManyTransactionsSnap';
import { getWithdrawalStatusSnap } from './deposit/getWithdrawalStatusSnap';
import { inquireWithdrawalSnap } from './deposit/inquireWithdrawalSnap';
import { submitWithdrawalSnap } from './deposit/submitWithdrawalSnap';
import { createLinkSnap } from './invoice/createLinkSnap';
import { createSnap } from './invoice/createSnap';
import { getSnap as getMerchant } from './merchant/getSnap';
import { getInvoiceSnap } from './transaction/getInvoiceSnap';
import { getManySnap } from './transaction/getManySnap';
import { getQrisAcquireSnap } from './transaction/getQrisAcquireSnap';
import { getAccountStatusSnap, getBalanceSnap, getFixedVaSnap } from './wallet/snap-reads';
import { getStatusSnap } from './withdrawal/getStatusSnap';
import { inquireSnap } from './withdrawal/inquireSnap';
import { submitSnap } from './withdrawal/submitSnap';

interface SnapResource {
	value: string;
	name: string;
	operations: Operation[];
}

/** Of Toko Netzme with SNAP BI; the resources are those of the other family. */
export const snapResources: SnapResource[] = [
	{ value: 'balance', name: 'Balance', operations: [getBalance] },
	{
		value: 'deposit',
		name: 'Deposit',
		operations: [
			getDepositBalance,
			getManyTransactionsSnap,
			inquireWithdrawalSnap,
			submitWithdrawalSnap,
			getWithdrawalStatusSnap,
		],
	},
	{ value: 'invoice', name: 'Invoice', operations: [createSnap, createLinkSnap] },
	{ value: 'merchant', name: 'Merchant', operations: [getMerchant] },
	{
		value: 'transaction',
		name: 'Transaction',
		operations: [getManySnap, getInvoiceSnap, getQrisAcquireSnap],
	},
	{
		value: 'withdrawal',
		name: 'Withdrawal',
		operations: [inquireSnap, submitSnap, getStatusSnap],
	},
];

/** Of the wallet with SNAP BI. */
export const snapWalletResources: SnapResource[] = [
	{
		value: 'wallet',
		name: 'Wallet',
		operations: [getAccountStatusSnap, getBalanceSnap, getFixedVaSnap],
	},
];
