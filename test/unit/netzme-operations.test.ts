import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import type { Operation } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { referenceHmac } from './reference';
import { refusalOf } from './refusal';

const ACCOUNT = {
	clientId: 'aggregator-1',
	merchantId: 'M_own',
	pinSecret: '123456',
	environment: 'staging',
	invoiceToken: 'invoice-token',
	invoiceClientName: 'shop',
	payBaseUrl: '',
};
const MERCHANT = '/api/aggregator/merchant';
const BANK = {
	accountHolderName: 'Test Holder',
	bankAccountNumber: '12345678',
	bankName: 'TEST BANK',
	bankCode: '014',
};
const WITHDRAWAL = {
	withdrawalAmount: 'IDR 37995.00',
	inquiredAmount: '37995',
	...BANK,
	requestId: 'r1',
};
const PAYMENT = {
	transactionId: 'p1',
	sku: 'TICKET-1',
	productName: 'Ticket',
	paymentMethod: 'QRIS',
	bankName: 'NETZME',
	paidAmount: '200000',
	mdrFeeAmount: 'IDR 10000',
	requestId: 'd1',
	options: {},
};
const DAYS = { startDate: '2026-01-01T00:00:00', endDate: '2026-01-31' };

const operation = (name: string) => {
	const [resource, value] = name.split('.');
	return operationOf(netzme, resource, value);
};
const requestOf = (name: string, parameters: IDataObject, account: IDataObject = ACCOUNT) =>
	operation(name).request(parameters, account);

describe('the request for', () => {
	it.each<[string, IDataObject, object]>([
		[
			'balance.get',
			{ merchantId: ' M_1 ' },
			{ path: `${MERCHANT}/qr/balance/detail`, query: { userId: 'M_1' } },
		],
		[
			'balance.get',
			{ merchantId: '' },
			{ path: `${MERCHANT}/qr/balance/detail`, query: { userId: 'M_own' } },
		],
		['deposit.getBalance', {}, { path: `${MERCHANT}/institution/balance/M_own` }],
		[
			'deposit.getBalance',
			{ merchantId: 'a/b' },
			{ path: `${MERCHANT}/institution/balance/a%2Fb` },
		],
		[
			'merchant.get',
			{ phoneNo: '+628110000001' },
			{ path: `${MERCHANT}/qr/merchant_detail`, query: { phoneNo: '+628110000001' } },
		],
		[
			'transaction.getMany',
			DAYS,
			{
				path: `${MERCHANT}/qr/transaction/list`,
				query: { userId: 'M_own', startdate: '2026-01-01', enddate: '2026-01-31', page: 1 },
			},
		],
		[
			'transaction.getInvoice',
			{ invoiceTransactionId: 'trx 1' },
			{ path: `${MERCHANT}/invoice/transaction/trx%201` },
		],
		[
			'transaction.getQrisAcquire',
			{ rrn: '306410381877' },
			{ path: `${MERCHANT}/qris/acquire/transaction/306410381877` },
		],
		[
			'deposit.getManyTransactions',
			DAYS,
			{
				path: `${MERCHANT}/deposit/transaction/list`,
				query: { userId: 'M_own', startdate: '2026-01-01', enddate: '2026-01-31', page: 1 },
			},
		],
		[
			'deposit.inquireWithdrawal',
			{},
			{ path: `${MERCHANT}/deposit/withdraw/inquiry`, query: { userId: 'M_own' } },
		],
		[
			'deposit.getWithdrawalStatus',
			{ requestId: 'r/1' },
			{ path: `${MERCHANT}/withdraw/deposit/r%2F1` },
		],
		['withdrawal.getStatus', { requestId: 'r1' }, { path: `${MERCHANT}/withdraw/r1` }],
		[
			'splitFee.getStatus',
			{ idType: 'partnerId', id: ' p1 ' },
			{ path: '/public/api/v1/payment/notif/trx', query: { request_id: 'p1', type: 'partnerId' } },
		],
	])('%s with %j', (name, parameters, expected) => {
		expect(requestOf(name, parameters)).toEqual({ method: 'GET', ...expected });
	});

	it('an inquiry about a withdrawal, which changes nothing', () => {
		expect(requestOf('withdrawal.inquire', { requestId: ' q1 ' })).toEqual({
			method: 'POST',
			path: `${MERCHANT}/qr/withdraw/inquiry`,
			body: { requestId: 'q1', type: 'withdraw_inquiry', body: { userId: 'M_own' } },
			reference: 'Request ID q1',
		});
		expect(operation('withdrawal.inquire').isRead).toBe(true);
	});

	it.each([
		['withdrawal.submit', `${MERCHANT}/qr/withdraw`],
		['deposit.submitWithdrawal', `${MERCHANT}/deposit/withdraw`],
	])('%s, with the PIN hashed for its merchant and kept out of the output', (name, path) => {
		const pin = referenceHmac('aggregator-1M_1', '123456');
		expect(requestOf(name, { ...WITHDRAWAL, merchantId: 'M_1' })).toEqual({
			method: 'POST',
			path,
			body: {
				requestId: 'r1',
				type: 'submit_withdraw',
				body: { userId: 'M_1', withdrawalAmount: 37995, ...BANK, pin },
			},
			reference: 'Request ID r1',
			secrets: [pin],
		});
	});

	it('a new PIN, which is that of the credential, hashed and kept out of the output', () => {
		const pin = referenceHmac('aggregator-1M_1', '123456');
		expect(requestOf('pin.create', { merchantId: 'M_1', requestId: 'p1' })).toEqual({
			method: 'POST',
			path: `${MERCHANT}/pin/create_pin`,
			body: { requestId: 'p1', type: 'create_pin', body: { username: 'M_1', pin } },
			reference: 'Request ID p1',
			secrets: [pin],
		});
	});

	it('a forgotten PIN', () => {
		expect(requestOf('pin.forgot', { requestId: 'p1' }, { ...ACCOUNT, pinSecret: '' })).toEqual({
			method: 'POST',
			path: `${MERCHANT}/pin/forgot_pin`,
			body: { requestId: 'p1', type: 'forgot_pin', body: { username: 'M_own' } },
			reference: 'Request ID p1',
		});
	});

	it.each(['create', 'forgot'])('PIN: %s has no parameter for the PIN', (name) => {
		const names = operation(`pin.${name}`).properties.map((each) => each.name);
		expect(names).toEqual(['merchantId', 'requestId']);
	});

	it('a deduction', () => {
		expect(requestOf('splitFee.deduct', PAYMENT)).toEqual({
			method: 'POST',
			path: `${MERCHANT}/payment/notif`,
			body: {
				requestId: 'd1',
				type: 'payment_notification_to_split_fee',
				body: {
					merchantId: 'M_own',
					transactionId: 'p1',
					sku: 'TICKET-1',
					productName: 'Ticket',
					paymentStatus: 'paid',
					paymentMethod: 'QRIS',
					bankName: 'NETZME',
					paidAmount: 'IDR 200000.00',
					mdrFeeAmount: 'IDR 10000.00',
				},
			},
			reference: 'Request ID d1',
		});
	});

	it('a deduction without a fee, of one rupiah', () => {
		const { body } = requestOf('splitFee.deduct', {
			...PAYMENT,
			paidAmount: '1',
			mdrFeeAmount: '0',
		});
		expect(body).toMatchObject({ body: { paidAmount: 'IDR 1.00', mdrFeeAmount: 'IDR 0.00' } });
	});

	it('a deduction with additionals', () => {
		const options = { additionals: '{"qty": "2"}' };
		const { body } = requestOf('splitFee.deduct', { ...PAYMENT, options });
		expect(body).toMatchObject({ body: { additionals: { qty: '2' } } });
	});

	it.each([
		'withdrawal.submit',
		'deposit.submitWithdrawal',
		'splitFee.deduct',
		'pin.create',
		'pin.forgot',
	])('%s is not repeated', (name) => {
		expect(operation(name).isRead).toBeUndefined();
	});

	it('another request ID for each one that is not given', () => {
		const { makes } = operation('withdrawal.inquire') as Operation;
		const ids = [1, 2].map(() => makes?.requestId(ACCOUNT));
		for (const id of ids) expect(id).toMatch(/^aggregator-1\d{18}$/);
		expect(ids[0]).not.toBe(ids[1]);
		expect(() => makes?.requestId({ clientId: '' })).toThrow('Client ID is empty');
	});
});

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
