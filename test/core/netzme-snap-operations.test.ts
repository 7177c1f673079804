import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { KNOWN_INVOICE, KNOWN_RRN } from '../simulator/netzmeSnapTransactions';
import { netzmeSnapNode } from './netzmeSnap';

const { merchantId } = DEFAULT_ACCOUNTS.netzmeSnap;
const { simulator, received, operate, bodies, lastBody } = netzmeSnapNode();
const REFERENCE = expect.stringMatching(/^snapaggregator\d{18}$/) as string;
const idr = (value: string) => ({ value, currency: 'IDR' });

describe('What only reads', () => {
	it.each<[string, string, IDataObject, string, object, object]>([
		[
			'balance',
			'getSnap',
			{},
			'/api/v1.0/payment/balance-inquiry',
			{ partnerReferenceNo: REFERENCE, accountNo: merchantId },
			{
				partnerReferenceNo: REFERENCE,
				accountInfo: [
					{ balanceType: 'totalBalance', availableBalance: idr('605368.00') },
					{ balanceType: 'settledBalance', availableBalance: idr('605368.00') },
				],
				additionalInfo: { custIdMerchant: merchantId },
			},
		],
		[
			'merchant',
			'getSnap',
			{ phoneNo: '+628110000001' },
			'/api/v1.0/registration-account-inquiry',
			{ partnerReferenceNo: REFERENCE, additionalInfo: { phoneNo: '+628110000001' } },
			{
				partnerReferenceNo: REFERENCE,
				additionalInfo: {
					custIdMerchant: merchantId,
					phoneNo: '+628110000001',
					merchantName: 'Test Merchant',
				},
			},
		],
		[
			'deposit',
			'getBalanceSnap',
			{},
			'/api/v1.0/deposit/balance-inquiry',
			{ partnerReferenceNo: REFERENCE, accountNo: merchantId },
			{
				partnerReferenceNo: REFERENCE,
				accountInfo: [{ balanceType: 'deposit', availableBalance: idr('1000000.00') }],
			},
		],
		[
			'transaction',
			'getInvoiceSnap',
			{ invoiceTransactionId: KNOWN_INVOICE },
			'/api-invoice/v2.0/transaction-history-detail',
			{
				originalPartnerReferenceNo: KNOWN_INVOICE,
				additionalInfo: { partnerReferenceNo: REFERENCE },
			},
			{
				referenceNo: KNOWN_INVOICE,
				type: 'PAYMENT',
				status: 'SUCCESS',
				invoiceId: 'NETZ-INV-1',
				invoiceStatus: 'SUCCESS',
				amount: idr('15000.00'),
				totalAmount: idr('15000.00'),
				feeAmount: idr('0.00'),
				payMethod: 'BANK_TRANSFER',
				paidTs: '2025-01-01T08:01:00.000+07:00',
			},
		],
		[
			'transaction',
			'getQrisAcquireSnap',
			{ rrn: KNOWN_RRN },
			'/api-qris/v2.0/transaction-history-detail',
			{ originalPartnerReferenceNo: KNOWN_RRN, additionalInfo: { partnerReferenceNo: REFERENCE } },
			{
				originalPartnerReferenceNo: KNOWN_RRN,
				referenceNo: 'trx_1',
				type: 'PAYMENT',
				status: 'SUCCESS',
				amount: idr('10000.00'),
				mdrAmount: idr('70.00'),
				invoiceNumber: 'invoice_1',
				invoiceTransactionId: 'trx_1',
				merchantName: 'Test Merchant',
				terminalId: 'A01',
				dateTime: '2025-01-01T08:01:00.000+07:00',
			},
		],
	])('%s: %s', async (resource, operation, parameters, url, body, expected) => {
		expect(await operate(resource, operation, parameters)).toEqual([expected]);
		expect(received()).toMatchObject([{ method: 'POST', url, outcome: 'ok' }]);
		expect(lastBody()).toEqual(body);
	});

	it('is asked again where the connection is cut', async () => {
		simulator().configure('netzmeSnap', { failNext: [{ target: 'api', count: 2, kind: 'cut' }] });
		await operate('withdrawal', 'inquireSnap');
		expect(received()).toHaveLength(3);
	});

	it('all fields of an invoice without Simplify', async () => {
		const parameters = { invoiceTransactionId: KNOWN_INVOICE, simplify: false };
		const [item] = await operate('transaction', 'getInvoiceSnap', parameters);
		expect(item).toMatchObject({ additionalInfo: { fullName: 'Test Buyer' } });
		expect(item).not.toHaveProperty('responseCode');
	});
});

describe('Transactions', () => {
	const DAYS = { startDate: '2026-01-01T00:00:00', endDate: '2026-01-31T00:00:00' };
	const list = async (parameters: IDataObject) =>
		await operate('transaction', 'getManySnap', { ...DAYS, ...parameters });
	const pages = () => bodies().map(({ pageNumber }) => pageNumber);

	it('are asked for by merchant and whole days in the zone of Netzme', async () => {
		const [item] = await list({});
		expect(item).toEqual({
			transactionId: 'trx_1',
			type: 'PAYMENT',
			status: 'SUCCESS',
			amount: idr('10001.00'),
			totalAmount: idr('10071.00'),
			feeAmount: idr('70.00'),
			paymentMethod: 'QRIS',
			invoiceId: 'invoice_1',
			createdTs: '2026-01-01T08:00:00.000+07:00',
		});
		expect(received()[0].url).toBe('/api-qris/v2.0/transaction/history-list');
		expect(bodies()[0]).toEqual({
			pageNumber: '1',
			partnerReferenceNo: REFERENCE,
			fromDateTime: '2026-01-01T00:00:00+07:00',
			toDateTime: '2026-01-31T23:59:59+07:00',
			additionalInfo: { custIdMerchant: merchantId },
		});
	});

	it('of one day are those up to midnight, as the range may not end on the day it begins', async () => {
		await list({ startDate: '2026-02-28', endDate: '2026-02-28' });
		expect(lastBody()).toMatchObject({
			fromDateTime: '2026-02-28T00:00:00+07:00',
			toDateTime: '2026-03-01T00:00:00+07:00',
		});
	});

	it('come page by page, each a request of its own', async () => {
		simulator().configure('netzmeSnap', { orderCount: 5, pageSize: 2 });
		const items = await list({ returnAll: true });
		expect(items.map(({ transactionId }) => transactionId)).toEqual(
			[1, 2, 3, 4, 5].map((number) => `trx_${number}`),
		);
		expect(pages()).toEqual(['1', '2', '3', '4']);
		const references = bodies().map(({ partnerReferenceNo }) => partnerReferenceNo);
		expect(new Set(references).size).toBe(4);
		expect(references).toEqual(Array.from({ length: 4 }, () => REFERENCE));
	});

	it('come up to the limit', async () => {
		simulator().configure('netzmeSnap', { orderCount: 5, pageSize: 2 });
		expect(await list({ limit: 3 })).toHaveLength(3);
		expect(pages()).toEqual(['1', '2']);
	});

	it('end where the same page comes again and again', async () => {
		const body = { responseCode: '2001200', detailData: [{ status: 'SUCCESS' }] };
		simulator().configure('netzmeSnap', {
			failNext: [{ target: 'api', count: 9, kind: 'status', status: 200, body }],
		});
		expect(await list({ returnAll: true })).toEqual([{ status: 'SUCCESS' }]);
		expect(pages()).toEqual(['1', '2']);
	});

	it.each<[string, number, object]>([
		['an empty list', 200, { responseCode: '2001200', detailData: [] }],
		['no list', 200, { responseCode: '2001200', responseMessage: 'Successful' }],
		[
			'the code for none',
			404,
			{ responseCode: '4041201', responseMessage: 'Transaction Not Found' },
		],
	])('may be none: %s', async (_what, status, body) => {
		simulator().configure('netzmeSnap', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status, body }],
		});
		expect(await list({ returnAll: true })).toEqual([]);
	});

	it.each<[object]>([[{ note: 'hello' }], [{ responseCode: '2001200', detailData: 'none' }]])(
		'are not none where the answer is another one: %j',
		async (body) => {
			simulator().configure('netzmeSnap', {
				failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body }],
			});
			await expect(list({})).rejects.toThrow('The answer holds no list of transactions');
		},
	);

	it('of a deposit are those of its own path', async () => {
		const [item] = await operate('deposit', 'getManyTransactionsSnap', DAYS);
		expect(item).toMatchObject({ amount: idr('10001.00') });
		expect(received()[0].url).toBe('/api/v1.0/deposit/transaction-history-list');
	});
});

describe('A failure is told in words', () => {
	it.each<[IDataObject, string]>([
		[
			{ merchantId: 'M_unknown' },
			'Netzme: Invalid Merchant: Netzme does not know this merchant here. Check Merchant ID, and API Family in the credential (HTTP 404, code 4041108)',
		],
	])('%j', async (parameters, message) => {
		await expect(operate('balance', 'getSnap', parameters)).rejects.toThrow(message);
	});

	it.each<[number, object, string]>([
		[
			200,
			{ responseCode: '4031100', responseMessage: 'Transaction Expired' },
			'Netzme: Transaction Expired: the transaction has expired. Make a new one (HTTP 200, code 4031100)',
		],
		[
			409,
			{ responseCode: 4091100, responseMessage: 'Conflict' },
			'Netzme: Conflict: a request with this X-EXTERNAL-ID has been here today. Look up whether it was carried out before you send it again (HTTP 409, code 4091100)',
		],
		[
			400,
			{ responseCode: '4001177', responseMessage: 'Something' },
			'Netzme: Something (HTTP 400, code 4001177)',
		],
	])('HTTP %i, %j', async (status, body, message) => {
		simulator().configure('netzmeSnap', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status, body }],
		});
		await expect(operate('balance', 'getSnap')).rejects.toThrow(message);
	});
});

describe('The families', () => {
	const message = (family: string) =>
		`API Family of the credential must be ${family} for this operation`;

	it('keep to their own operations', async () => {
		await expect(operate('balance', 'get')).rejects.toThrow(message('Toko Netzme'));
		await expect(
			operate('balance', 'getSnap', {}, { data: { apiFamily: 'tokoNetzme' } }),
		).rejects.toThrow(message('Toko Netzme SNAP BI'));
		await expect(operate('wallet', 'getBalanceSnap', { userId: 'user-4711' })).rejects.toThrow(
			message('Netzme Wallet SNAP BI'),
		);
		expect(received()).toEqual([]);
	});

	it('say which operations to choose', async () => {
		const error = await operate('balance', 'get').catch((caught: unknown) => caught);
		expect((error as { description: string }).description).toContain(
			'choose an operation whose name ends in (SNAP BI)',
		);
	});
});

describe('A wallet', () => {
	const wallet = async (operation: string) =>
		await operate(
			'wallet',
			operation,
			{ userId: 'user-4711' },
			{ data: { apiFamily: 'netzmeWalletSnap' } },
		);

	it.each<[string, string, string, object, object]>([
		[
			'getBalanceSnap',
			'POST',
			'/api/v1.0/payment/balance-inquiry',
			{ partnerReferenceNo: REFERENCE, accountNo: 'user-4711' },
			{ accountInfos: [{ balanceType: 'totalBalance' }, { balanceType: 'settledBalance' }] },
		],
		[
			'getAccountStatusSnap',
			'POST',
			'/api/v1.0/account/registration-account-inquiry',
			{ partnerReferenceNo: REFERENCE, additionalInfo: { custId: 'user-4711' } },
			{ additionalInfo: { userStatus: 'premium' } },
		],
	])('%s', async (operation, method, url, body, expected) => {
		expect(await wallet(operation)).toMatchObject([expected]);
		expect(received()).toMatchObject([{ method, url, outcome: 'ok' }]);
		expect(lastBody()).toEqual(body);
	});

	it('has virtual accounts, which are asked for by GET', async () => {
		expect(await wallet('getFixedVaSnap')).toEqual([{ virtualAccountNo: '8888000000004711' }]);
		expect(received()).toMatchObject([
			{ method: 'GET', url: '/api/v1.0/payment/fixed-va?custId=user-4711', body: '' },
		]);
	});
});
