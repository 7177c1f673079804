import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../nodes/shared/provider';
import { referenceHmac } from './reference';

import {
	ACCOUNT,
	MERCHANT,
	BANK,
	WITHDRAWAL,
	PAYMENT,
	DAYS,
	operation,
	requestOf,
} from './netzme-samples';

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
