import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { netzmeNode } from './netzme';

const { merchantId } = DEFAULT_ACCOUNTS.netzme;
const MERCHANT = '/api/aggregator/merchant';
const { simulator, received, operate, lastBody } = netzmeNode();

describe('What only reads', () => {
	it.each<[string, string, IDataObject, string, IDataObject]>([
		[
			'balance',
			'get',
			{},
			`${MERCHANT}/qr/balance/detail?userId=${merchantId}`,
			{ userId: merchantId, balance: 'IDR 58532500.00' },
		],
		[
			'deposit',
			'getBalance',
			{},
			`${MERCHANT}/institution/balance/${merchantId}`,
			{ merchantId, totalBalance: 'IDR 1000000.00' },
		],
		[
			'merchant',
			'get',
			{ phoneNo: '+628110000001' },
			`${MERCHANT}/qr/merchant_detail?phoneNo=%2B628110000001`,
			{ userId: merchantId, phoneNo: '+628110000001', merchantName: 'Test Merchant' },
		],
		[
			'transaction',
			'getQrisAcquire',
			{ rrn: '000000000001' },
			`${MERCHANT}/qris/acquire/transaction/000000000001`,
			{ rrn: '000000000001', amount: 'IDR 10000.00', mdrAmount: 'IDR 70.00' },
		],
	])('%s: %s', async (resource, operation, parameters, url, expected) => {
		const [item, ...others] = await operate(resource, operation, parameters);
		expect(item).toMatchObject(expected);
		expect(others).toEqual([]);
		expect(received()).toMatchObject([{ method: 'GET', url, body: '', outcome: 'ok' }]);
	});

	it('all fields of a QRIS payment without Simplify', async () => {
		const parameters = { rrn: '000000000001', simplify: false };
		const [item] = await operate('transaction', 'getQrisAcquire', parameters);
		expect(item).toHaveProperty('acquirerId');
	});
});

describe('Transactions', () => {
	const DAYS = { startDate: '2026-01-01T00:00:00', endDate: '2026-01-31T00:00:00' };
	const list = async (parameters: IDataObject) =>
		await operate('transaction', 'getMany', { ...DAYS, ...parameters });
	const pages = () =>
		received().map(({ url }) => new URLSearchParams(url.split('?')[1]).get('page'));

	it('are asked for by merchant and days', async () => {
		const [item] = await list({});
		expect(item).toMatchObject({ transactionId: 'trx_1', amount: 'IDR 10001.00' });
		expect(item).not.toHaveProperty('tsLong');
		expect(received()[0].url).toBe(
			`${MERCHANT}/qr/transaction/list?userId=${merchantId}&startdate=2026-01-01&enddate=2026-01-31&page=1`,
		);
	});

	it('are those of the last week unless told otherwise', async () => {
		await operate('transaction', 'getMany');
		const query = new URLSearchParams(received()[0].url.split('?')[1]);
		const [start, end] = ['startdate', 'enddate'].map((name) => Date.parse(query.get(name) ?? ''));
		expect(end - start).toBe(7 * 24 * 60 * 60 * 1000);
	});

	it('come page by page, all of them', async () => {
		simulator().configure('netzme', { orderCount: 5, pageSize: 2 });
		const items = await list({ returnAll: true });
		expect(items.map(({ transactionId }) => transactionId)).toEqual(
			[1, 2, 3, 4, 5].map((number) => `trx_${number}`),
		);
		expect(pages()).toEqual(['1', '2', '3']);
	});

	it('come up to the limit', async () => {
		simulator().configure('netzme', { orderCount: 5, pageSize: 2 });
		expect(await list({ limit: 3 })).toHaveLength(3);
		expect(pages()).toEqual(['1', '2']);
	});

	it('end where the same page comes again and again', async () => {
		const body = { status: 100, body: [{ transactionId: 'trx_1' }] };
		simulator().configure('netzme', {
			failNext: [{ target: 'api', count: 9, kind: 'status', status: 200, body }],
		});
		expect(await list({ returnAll: true })).toEqual([{ transactionId: 'trx_1' }]);
		expect(pages()).toEqual(['1', '2']);
	});

	it('may be none', async () => {
		simulator().configure('netzme', { orderCount: 0 });
		expect(await list({ returnAll: true })).toEqual([]);
	});
});

const PAYMENT = {
	transactionId: 'p1',
	sku: 'TICKET-1',
	productName: 'Ticket',
	paymentMethod: 'EWALLET',
	bankName: 'DANA',
	paidAmount: '200000',
	mdrFeeAmount: '10000',
};

describe('Split fee', () => {
	const status = async (idType: string, id: string) =>
		await operate('splitFee', 'getStatus', { idType, id });

	it('is deducted from the deposit and found by both IDs', async () => {
		const options = { additionals: '{"qty": "2"}' };
		const [{ requestId, ...item }] = await operate('splitFee', 'deduct', { ...PAYMENT, options });
		expect(item).toEqual({ transactionId: 'p1', providerRequestId: 'netzme-1' });
		expect(lastBody()).toMatchObject({
			requestId,
			body: { paidAmount: 'IDR 200000.00', paymentStatus: 'paid', additionals: { qty: '2' } },
		});
		expect(await operate('deposit', 'getBalance')).toMatchObject([
			{ totalBalance: 'IDR 990000.00' },
		]);
		const found = [{ requestId, trxStatus: 'settled', mdrFeeAmount: 'IDR 10000.00' }];
		expect(await status('requestId', String(requestId))).toMatchObject(found);
		expect(await status('partnerId', 'p1')).toMatchObject(found);
		await expect(status('partnerId', 'p2')).rejects.toThrow(
			'Netzme: Transaction not found (HTTP 200, code 404)',
		);
	});

	it('is refused in words that say what to do', async () => {
		const body = { status: 303, type: 'payment_notif', statusMessage: 'not_enough_balance' };
		simulator().configure('netzme', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body }],
		});
		await expect(operate('splitFee', 'deduct', PAYMENT)).rejects.toThrow(
			'Netzme: not_enough_balance: the deposit does not cover the fee. Top it up; Deposit: Get Balance tells what is left (HTTP 200, code 303)',
		);
	});

	it('succeeds with any status from 100 to 199, others only with 100', async () => {
		const answering = (body: object) =>
			simulator().configure('netzme', {
				failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body }],
			});
		answering({ type: 'payment_notif', status: '150', body: { transactionId: 'p1' } });
		expect(await operate('splitFee', 'deduct', PAYMENT)).toMatchObject([{ transactionId: 'p1' }]);
		answering({ status: 199, body: { trxStatus: 'pending' } });
		expect(await status('partnerId', 'p1')).toEqual([{ trxStatus: 'pending' }]);
		answering({ status: '150', statusMessage: 'Pending', body: { balance: 'IDR 0.00' } });
		await expect(operate('balance', 'get')).rejects.toThrow('Netzme: Pending (HTTP 200, code 150)');
	});
});

describe('A receipt', () => {
	const create = async () =>
		await operate('receipt', 'create', { receipt: '{"order_number": "order-1"}' });

	it('is created for the merchant', async () => {
		const [item] = await create();
		expect(item).toEqual({ merchant_id: merchantId, requestId: lastBody().requestId });
		expect(lastBody()).toMatchObject({
			type: 'create_e-receipt',
			body: { order_number: 'order-1', merchant_id: merchantId },
		});
		expect(received()[0].url).toBe(`/public/api/v1/createReceipt/${merchantId}`);
	});

	it('is not created twice where the connection is cut', async () => {
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(create()).rejects.toThrow('It may have been carried out');
		expect(received()).toHaveLength(1);
	});
});
