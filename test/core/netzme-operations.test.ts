import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { run } from './nodes';

const { merchantId, bank, invoiceToken } = DEFAULT_ACCOUNTS.netzme;
const MERCHANT = '/api/aggregator/merchant';

let simulator: Simulator;
beforeEach(async () => {
	// On new ports every time: what a process knows of a token belongs to the base URL.
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const netzme = async (
	resource: string,
	operation: string,
	parameters: IDataObject = {},
	options: { items?: IDataObject[]; data?: IDataObject } = {},
) => {
	const output = await run(simulator, 'netzme', { resource, operation, ...parameters }, options);
	return output.map(({ json }) => json);
};
const received = () => simulator.log('netzme').filter(({ url }) => !url.startsWith('/oauth/'));
const lastBody = () =>
	JSON.parse(Buffer.from(received().at(-1)?.body ?? '', 'base64').toString()) as {
		requestId: string;
		type: string;
		body: IDataObject;
	};

const FROM_INQUIRY = Object.fromEntries(
	['withdrawalAmount', ...Object.keys(bank)].map((name) => [name, `={{ $json.${name} }}`]),
);
const PAYMENT = {
	transactionId: 'p1',
	sku: 'TICKET-1',
	productName: 'Ticket',
	paymentMethod: 'EWALLET',
	bankName: 'DANA',
	paidAmount: '200000',
	mdrFeeAmount: '10000',
};
const INVOICE = {
	amount: '50000',
	fullName: 'Test Buyer',
	email: 'buyer@example.com',
	phoneNumber: '+628110000001',
	description: 'Two tickets',
};
/** The same server under another name is another origin. */
const payHost = () => ({
	invoiceToken,
	invoiceClientName: 'shop',
	payBaseUrl: simulator.urls.netzme.replace('127.0.0.1', 'localhost'),
});

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
		const [item, ...others] = await netzme(resource, operation, parameters);
		expect(item).toMatchObject(expected);
		expect(others).toEqual([]);
		expect(received()).toMatchObject([{ method: 'GET', url, body: '', outcome: 'ok' }]);
	});

	it('all fields of a QRIS payment without Simplify', async () => {
		const parameters = { rrn: '000000000001', simplify: false };
		const [item] = await netzme('transaction', 'getQrisAcquire', parameters);
		expect(item).toHaveProperty('acquirerId');
	});
});

describe('Transactions', () => {
	const DAYS = { startDate: '2026-01-01T00:00:00', endDate: '2026-01-31T00:00:00' };
	const list = async (parameters: IDataObject) =>
		await netzme('transaction', 'getMany', { ...DAYS, ...parameters });
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
		await netzme('transaction', 'getMany');
		const query = new URLSearchParams(received()[0].url.split('?')[1]);
		const [start, end] = ['startdate', 'enddate'].map((name) => Date.parse(query.get(name) ?? ''));
		expect(end - start).toBe(7 * 24 * 60 * 60 * 1000);
	});

	it('come page by page, all of them', async () => {
		simulator.configure('netzme', { orderCount: 5, pageSize: 2 });
		const items = await list({ returnAll: true });
		expect(items.map(({ transactionId }) => transactionId)).toEqual(
			[1, 2, 3, 4, 5].map((number) => `trx_${number}`),
		);
		expect(pages()).toEqual(['1', '2', '3']);
	});

	it('come up to the limit', async () => {
		simulator.configure('netzme', { orderCount: 5, pageSize: 2 });
		expect(await list({ limit: 3 })).toHaveLength(3);
		expect(pages()).toEqual(['1', '2']);
	});

	it('end where the same page comes again and again', async () => {
		const body = { status: 100, body: [{ transactionId: 'trx_1' }] };
		simulator.configure('netzme', {
			failNext: [{ target: 'api', count: 9, kind: 'status', status: 200, body }],
		});
		expect(await list({ returnAll: true })).toEqual([{ transactionId: 'trx_1' }]);
		expect(pages()).toEqual(['1', '2']);
	});

	it('may be none', async () => {
		simulator.configure('netzme', { orderCount: 0 });
		expect(await list({ returnAll: true })).toEqual([]);
	});
});

describe('A withdrawal', () => {
	const inquire = async () => await netzme('withdrawal', 'inquire');
	const submit = async (parameters: IDataObject = {}, items?: IDataObject[], data?: IDataObject) =>
		await netzme(
			'withdrawal',
			'submit',
			{ ...FROM_INQUIRY, ...parameters },
			{ items: items ?? (await inquire()), data },
		);
	const submitted = () => received().filter(({ url }) => url === `${MERCHANT}/qr/withdraw`);

	it('goes from inquiry to submission to status', async () => {
		const [inquiry] = await inquire();
		expect(inquiry).toMatchObject({ withdrawalAmount: 'IDR 58532500.00', ...bank });
		expect(inquiry.requestId).toBe(lastBody().requestId);
		expect(lastBody()).toMatchObject({ type: 'withdraw_inquiry', body: { userId: merchantId } });

		const [withdrawal] = await submit({}, [inquiry]);
		expect(withdrawal).toMatchObject({ withdrawalAmount: 'IDR 58532500.00', ...bank });
		expect(lastBody()).toMatchObject({
			requestId: withdrawal.requestId,
			type: 'submit_withdraw',
			body: { userId: merchantId, withdrawalAmount: 58532500 },
		});
		expect(withdrawal.requestId).toMatch(/^aggregatortest\d{18}$/);
		expect(withdrawal.requestId).not.toBe(inquiry.requestId);

		const { requestId } = withdrawal;
		expect(await netzme('withdrawal', 'getStatus', { requestId })).toMatchObject([
			{ requestId, status: 'PENDING' },
		]);
		expect(received().at(-1)?.url).toBe(`${MERCHANT}/withdraw/${String(requestId)}`);
	});

	it('takes a request ID of the user', async () => {
		const items = await inquire();
		expect(await submit({ requestId: 'mine-1' }, items)).toMatchObject([{ requestId: 'mine-1' }]);
		await expect(submit({ requestId: 'mine-1' }, items)).rejects.toThrow(
			'Netzme: Duplicate requestId (HTTP 200, code 409)',
		);
	});

	it('is compared with the inquiry before anything is sent', async () => {
		const items = await inquire();
		await expect(submit({ withdrawalAmount: '58532501' }, items)).rejects.toThrow(
			'Withdrawal Amount is IDR 58532501.00, but the inquiry gave IDR 58532500.00',
		);
		expect(submitted()).toEqual([]);
		await expect(
			submit({ withdrawalAmount: '58532501', inquiredAmount: '' }, items),
		).rejects.toThrow('withdrawalAmount is not that of the inquiry (HTTP 200, code 402)');
	});

	it('keeps its request ID when it goes out again after a refused token', async () => {
		const items = await inquire();
		simulator.revoke('netzme');
		const [{ requestId }] = await submit({}, items);
		const ids = submitted().map(
			({ body }) => JSON.parse(Buffer.from(body, 'base64').toString()).requestId,
		);
		expect(ids).toEqual([requestId, requestId]);
		expect(submitted().map(({ outcome }) => outcome)).toEqual(['refused-token', 'ok']);
	});

	it('with another PIN is refused by Netzme, without one by the node', async () => {
		const items = await inquire();
		await expect(submit({}, items, { pinSecret: '654321' })).rejects.toThrow(
			'Netzme: Wrong PIN (HTTP 200, code 403)',
		);
		await expect(submit({}, items, { pinSecret: '' })).rejects.toThrow('PIN must be six digits');
		expect(submitted()).toHaveLength(1);
	});

	it('shows the PIN nowhere, also where Netzme repeats what it was sent', async () => {
		const items = await inquire();
		simulator.configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const error = await submit({}, items).catch((caught: Error) => caught);
		const { pin } = lastBody().body;
		expect(pin).toMatch(/^[0-9a-f]{64}$/);
		expect(String((error as Error).message)).toContain('Request refused');
		expect(JSON.stringify(error) + (error as Error).message).not.toContain(pin);
	});
});

describe('Split fee', () => {
	const status = async (idType: string, id: string) =>
		await netzme('splitFee', 'getStatus', { idType, id });

	it('is deducted from the deposit and found by both IDs', async () => {
		const options = { additionals: '{"qty": "2"}' };
		const [{ requestId, ...item }] = await netzme('splitFee', 'deduct', { ...PAYMENT, options });
		expect(item).toEqual({ transactionId: 'p1', providerRequestId: 'netzme-1' });
		expect(lastBody()).toMatchObject({
			requestId,
			body: { paidAmount: 'IDR 200000.00', paymentStatus: 'paid', additionals: { qty: '2' } },
		});
		expect(await netzme('deposit', 'getBalance')).toMatchObject([
			{ totalBalance: 'IDR 990000.00' },
		]);
		const found = [{ requestId, trxStatus: 'settled', mdrFeeAmount: 'IDR 10000.00' }];
		expect(await status('requestId', String(requestId))).toMatchObject(found);
		expect(await status('partnerId', 'p1')).toMatchObject(found);
		await expect(status('partnerId', 'p2')).rejects.toThrow(
			'Netzme: Transaction not found (HTTP 200, code 404)',
		);
	});

	it('succeeds with any status from 100 to 199, others only with 100', async () => {
		const answering = (body: object) =>
			simulator.configure('netzme', {
				failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body }],
			});
		answering({ type: 'payment_notif', status: '150', body: { transactionId: 'p1' } });
		expect(await netzme('splitFee', 'deduct', PAYMENT)).toMatchObject([{ transactionId: 'p1' }]);
		answering({ status: 199, body: { trxStatus: 'pending' } });
		expect(await status('partnerId', 'p1')).toEqual([{ trxStatus: 'pending' }]);
		answering({ status: '150', statusMessage: 'Pending', body: { balance: 'IDR 0.00' } });
		await expect(netzme('balance', 'get')).rejects.toThrow('Netzme: Pending (HTTP 200, code 150)');
	});
});

describe('An invoice', () => {
	const create = async (parameters: IDataObject = {}, data: IDataObject = payHost()) =>
		await netzme('invoice', 'create', { ...INVOICE, ...parameters }, { data });

	it('is created at the pay host, and is a transaction then', async () => {
		const options = { partnerTransactionId: 'order-1', expireInSecond: 600 };
		const [invoice] = await create({ options });
		expect(invoice).toMatchObject({ id: 'invoice_1', paymentMethod: 'QRIS' });
		const sent = received().at(-1);
		expect(sent).toMatchObject({ method: 'POST', url: '/api/v1/invoice/createTransaction' });
		expect(sent?.headers).toMatchObject({
			authorization: `custom ${invoiceToken}`,
			'user-agent': `shop;${merchantId}`,
			host: expect.stringMatching(/^localhost:/),
		});
		for (const name of ['signature', 'client-id', 'request-time']) {
			expect(sent?.headers).not.toHaveProperty(name);
		}
		const parameters = { invoiceTransactionId: invoice.trxId };
		const [transaction] = await netzme('transaction', 'getInvoice', parameters);
		expect(transaction).toMatchObject({ invoiceId: 'invoice_1', amount: 'IDR 50000.00' });
		expect(transaction).not.toHaveProperty('email');
	});

	it('with every option is accepted', async () => {
		const options = {
			amountDetail: '{"basicAmount": 40000, "shippingAmount": 10000}',
			commissionPercentage: 5,
			feeType: 'on_buyer',
			imageUrl: 'https://example.com/logo.png',
			notes: 'Soon',
			splitFees: '[{"merchant": "M_other"}]',
			terminalId: 'B12',
			topUpDeposit: true,
			type: 'multiple',
		};
		expect(await create({ options })).toMatchObject([{ terminalId: 'B12' }]);
	});

	it('is refused in the words of the pay host', async () => {
		await expect(create({}, { ...payHost(), invoiceToken: 'another-token' })).rejects.toThrow(
			'Netzme: Unauthorized (HTTP 401, code 401)',
		);
		expect(received()).toHaveLength(1);
		expect(simulator.counts('netzme').mints).toBe(1);
	});

	it.each([
		['Invoice Token', { invoiceToken: '' }],
		['Pay Base URL', { payBaseUrl: '' }],
	])('without %s is refused by the node', async (label, data) => {
		await expect(create({}, { ...payHost(), ...data })).rejects.toThrow(`${label} is empty`);
		expect(received()).toEqual([]);
	});

	it('shows the token nowhere, also where the pay host repeats it', async () => {
		simulator.configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const error = await create().catch((caught: Error) => caught);
		expect((error as Error).message).toContain('Request refused');
		expect(JSON.stringify(error) + (error as Error).message).not.toContain(invoiceToken);
	});
});
