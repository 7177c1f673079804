import type { IDataObject } from 'n8n-workflow';
import { refusalOf } from './refusal';

import { ACCOUNT, WITHDRAWAL, PAYMENT, DAYS, requestOf } from './netzme-samples';

describe('is refused before anything is sent:', () => {
	it.each<[string, IDataObject, IDataObject, string]>([
		['balance.get', { merchantId: ' ' }, { merchantId: '' }, 'Merchant ID is empty'],
		['deposit.getBalance', { merchantId: '..' }, {}, 'Merchant ID is not valid'],
		['merchant.get', { phoneNo: '' }, {}, 'Phone Number is empty'],
		['transaction.getMany', { ...DAYS, startDate: '' }, {}, 'Start Date is empty'],
		['transaction.getMany', { ...DAYS, endDate: '2026-02-30' }, {}, 'End Date is not a date'],
		[
			'transaction.getMany',
			{ ...DAYS, endDate: '2025-12-31' },
			{},
			'End Date is before Start Date',
		],
		['transaction.getInvoice', { invoiceTransactionId: '' }, {}, 'Invoice Transaction ID is empty'],
		['transaction.getQrisAcquire', { rrn: '' }, {}, 'RRN is empty'],
		['withdrawal.submit', WITHDRAWAL, { pinSecret: '' }, 'PIN must be six digits'],
		['pin.create', { requestId: 'p1' }, { pinSecret: '1234' }, 'PIN must be six digits'],
		['pin.create', { requestId: '' }, {}, 'Request ID is empty'],
		['withdrawal.submit', WITHDRAWAL, { pinSecret: '12345' }, 'PIN must be six digits'],
		['withdrawal.submit', WITHDRAWAL, { clientId: undefined }, 'Client ID is empty'],
		['withdrawal.submit', { ...WITHDRAWAL, bankName: '' }, {}, 'Bank Name is empty'],
		['withdrawal.submit', { ...WITHDRAWAL, bankCode: '' }, {}, 'Bank Code is empty'],
		[
			'withdrawal.submit',
			{ ...WITHDRAWAL, accountHolderName: '' },
			{},
			'Account Holder Name is empty',
		],
		[
			'withdrawal.submit',
			{ ...WITHDRAWAL, bankAccountNumber: '' },
			{},
			'Bank Account Number is empty',
		],
		['withdrawal.getStatus', { requestId: '' }, {}, 'Request ID is empty'],
		['deposit.getWithdrawalStatus', { requestId: '' }, {}, 'Request ID is empty'],
		['deposit.submitWithdrawal', WITHDRAWAL, { pinSecret: '' }, 'PIN must be six digits'],
		[
			'deposit.submitWithdrawal',
			{ ...WITHDRAWAL, inquiredAmount: '1' },
			{},
			'Withdrawal Amount is IDR 37995.00, but the inquiry gave IDR 1.00',
		],
		[
			'deposit.getManyTransactions',
			{ ...DAYS, endDate: '2025-12-31' },
			{},
			'End Date is before Start Date',
		],
		['splitFee.deduct', { ...PAYMENT, transactionId: '' }, {}, 'Transaction ID is empty'],
		['splitFee.deduct', { ...PAYMENT, sku: '' }, {}, 'SKU is empty'],
		['splitFee.deduct', { ...PAYMENT, paidAmount: 'much' }, {}, 'Paid Amount is not an amount'],
		...['0', 'IDR 0.00', '0.99'].map((paidAmount): [string, IDataObject, IDataObject, string] => [
			'splitFee.deduct',
			{ ...PAYMENT, paidAmount },
			{},
			'Paid Amount must be at least 1 rupiah',
		]),
		['splitFee.deduct', { ...PAYMENT, mdrFeeAmount: '' }, {}, 'MDR Fee is empty'],
		[
			'splitFee.deduct',
			{ ...PAYMENT, options: { additionals: '[]' } },
			{},
			'Additionals (JSON) must be a JSON object',
		],
		['splitFee.getStatus', { idType: 'requestId', id: '' }, {}, 'ID is empty'],
	])('%s with %j and %j', (name, parameters, account, message) => {
		const refused = () => requestOf(name, parameters, { ...ACCOUNT, ...account });
		expect(refusalOf(refused).message).toBe(message);
	});
});
