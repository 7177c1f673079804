import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, askNetzme, JSON_TYPE, mintNetzme } from './testing';

const { merchantId, invoiceToken } = DEFAULT_ACCOUNTS.netzme;
const MERCHANT = '/api/aggregator/merchant';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(async () => {
	simulator.reset();
	token = (await mintNetzme(simulator.urls.netzme)).json.access_token;
});
afterAll(() => simulator.stop());

const get = async (path: string) => (await askNetzme(simulator.urls.netzme, { token, path })).json;

describe('a deduction at Netzme', () => {
	const deduct = async (changes: object = {}, requestId = 'd1') => {
		const body = JSON.stringify({
			requestId,
			type: 'payment_notification_to_split_fee',
			body: {
				merchantId,
				transactionId: 'p1',
				sku: 'TICKET-1',
				productName: 'Ticket',
				paymentStatus: 'paid',
				paymentMethod: 'QRIS',
				bankName: 'NETZME',
				paidAmount: 'IDR 200000.00',
				mdrFeeAmount: 'IDR 10000',
				...changes,
			},
		});
		const path = `${MERCHANT}/payment/notif`;
		return (await askNetzme(simulator.urls.netzme, { token, method: 'POST', path, body })).json;
	};
	const status = async (id: string, type: string) =>
		await get(`/public/api/v1/payment/notif/trx?request_id=${id}&type=${type}`);

	it('takes the fee from the deposit and is found by both IDs', async () => {
		expect(await deduct()).toMatchObject({
			requestId: 'netzme-1',
			type: 'payment_notif',
			status: 100,
			body: { transactionId: 'p1' },
		});
		expect((await get(`${MERCHANT}/institution/balance/${merchantId}`)).body).toEqual({
			merchantId,
			totalBalance: 'IDR 990000.00',
		});
		for (const [id, type] of [
			['d1', 'requestId'],
			['p1', 'partnerId'],
		]) {
			expect((await status(id, type)).body).toMatchObject({
				requestId: 'd1',
				trxStatus: 'settled',
			});
		}
		expect((await status('d1', 'other')).status).toBe('400');
		expect((await status('d2', 'requestId')).status).toBe('404');
		expect((await deduct()).status).toBe('409');
	});

	it.each([
		['an amount as number', { paidAmount: 200000 }, '400'],
		['an amount without currency', { mdrFeeAmount: '10000' }, '400'],
		['a payment that is not paid', { paymentStatus: 'pending' }, '400'],
		['an unknown method', { paymentMethod: 'CASH' }, '400'],
		['no SKU', { sku: '' }, '400'],
		['additionals as text', { additionals: 'two' }, '400'],
		['another merchant', { merchantId: 'M_nobody' }, '404'],
		['a fee beyond the deposit', { mdrFeeAmount: 'IDR 1000000.01' }, '402'],
	])('is refused with %s', async (_what, changes, code) => {
		expect(await deduct(changes)).toMatchObject({ status: code });
	});
});

describe('an invoice at Netzme', () => {
	const INVOICE = {
		merchant: merchantId,
		amount: 50000,
		email: 'buyer@example.com',
		notes: 'Order',
		phone_number: '+628110000001',
		description: 'Order',
		image_url: '',
		fullname: 'Test Buyer',
		amount_detail: { basicAmount: 50000, shippingAmount: 0 },
		commission_percentage: 0,
		type: 'single',
		payment_method: 'QRIS',
		fee_type: 'on_seller',
	};
	const HEADERS = {
		...JSON_TYPE,
		authorization: `custom ${invoiceToken}`,
		'user-agent': `shop;${merchantId}`,
	};
	const create = async (
		changes: object = {},
		headers: Record<string, string> = {},
		path = 'createTransaction',
	) =>
		await ask(simulator.urls.netzme, `/api/v1/invoice/${path}`, {
			method: 'POST',
			headers: { ...HEADERS, ...headers },
			body: JSON.stringify({ request: { ...INVOICE, ...changes } }),
		});

	it('is created with the static token, unsigned, and is a transaction then', async () => {
		const { json } = await create();
		expect(json).toMatchObject({ status: true, code: 200, result: { id: 'invoice_1' } });
		expect(await get(`${MERCHANT}/invoice/transaction/${json.result.trxId}`)).toMatchObject({
			status: 100,
			body: { invoiceId: 'invoice_1', amount: 'IDR 50000.00' },
		});
	});

	it.each([
		['the access token', { authorization: 'Bearer x' }, 401],
		['another merchant in the User-Agent', { 'user-agent': 'shop;M_nobody' }, 401],
		['a signature', { signature: '00' }, 400],
	])('is refused with %s', async (_what, headers, status) => {
		expect((await create({}, headers)).status).toBe(status);
	});

	it.each([
		['an amount as text', { amount: '50000' }],
		['no email', { email: '' }],
		['digits in the name', { fullname: 'Buyer 1' }],
		['an unknown method', { payment_method: 'CASH' }],
		['a commission above 100', { commission_percentage: 101 }],
		['an unknown fee type', { fee_type: 'on_us' }],
		['an unknown type', { type: 'triple' }],
		['no time to pay', { expire_in_second: 0 }],
		['a terminal beyond Z99', { terminal_id: 'A00' }],
		['split fees without a list', { isSplitFee: true }],
		['no details of the amount', { amount_detail: undefined }],
		['no image', { image_url: undefined }],
	])('is refused with %s', async (_what, changes) => {
		expect(await create(changes)).toMatchObject({ status: 400, json: { status: false } });
	});

	it('is created with several methods, or validated with one', async () => {
		const several = { payment_method: undefined, payment_methods: ['QRIS', 'VA_BCA'] };
		expect((await create(several, {}, 'create')).json).toMatchObject({ status: true });
		expect((await create({ type: undefined }, {}, 'create/validated')).status).toBe(200);
		expect((await create({}, {}, 'create')).status).toBe(400);
		expect((await create(several, {}, 'create/validated')).status).toBe(400);
	});

	it('by card needs address and items', async () => {
		const item = { item_id: 'T1', name: 'Ticket', amount: 25000, qty: 2 };
		const card = { payment_method: 'CREDIT_CARD', address: 'x', item_details: [item] };
		expect((await create(card)).status).toBe(200);
		expect((await create({ ...card, address: '' })).status).toBe(400);
		expect((await create({ ...card, item_details: [{ ...item, qty: '2' }] })).status).toBe(400);
	});
});
