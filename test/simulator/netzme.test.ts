import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { qrisReferencePayment, withdrawalNotice } from './notifierNetzme';
import { ask, askNetzme, basic, hmac, mintNetzme } from './testing';

const { clientId, clientSecret, merchantId, pin, bank } = DEFAULT_ACCOUNTS.netzme;
const MERCHANT = '/api/aggregator/merchant';
const BALANCE = `${MERCHANT}/qr/balance/detail?userId=${merchantId}`;

describe('Netzme', () => {
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

	const get = (path: string) => askNetzme(simulator.urls.netzme, { token, path });
	const post = (path: string, body: unknown) =>
		askNetzme(simulator.urls.netzme, { token, method: 'POST', path, body: JSON.stringify(body) });

	it('mints for both API families, with an absolute expiry', async () => {
		const authorization = basic(clientId, clientSecret);
		const mint = (path: string, body: string, type = 'application/json') =>
			ask(simulator.urls.netzme, path, {
				method: 'POST',
				headers: { 'content-type': type, authorization },
				body,
			});
		const grant = '{"grant_type":"client_credentials"}';
		for (const [path, hours] of Object.entries({
			'/oauth/merchant/accesstoken': 10,
			'/oauth/token/accesstoken': 24,
		})) {
			const { json } = await mint(path, grant);
			expect(json).toMatchObject({ token_type: 'bearer', username: clientId });
			expect(json.access_token).toMatch(/^[0-9a-f]{64}$/);
			const life = json.expiry_token - Date.now();
			expect(Math.abs(life - hours * 3_600_000)).toBeLessThan(5000);
		}
		const path = '/oauth/merchant/accesstoken';
		expect((await mint(path, 'grant_type=client_credentials')).status).toBe(400);
		expect((await mint(path, grant, 'text/plain')).status).toBe(400);
		expect((await mint(path, '{"grant_type":"client_credentials","a":1}')).status).toBe(400);
	});

	it('answers wrong credentials with HTTP 200 and UNAUTHORIZED', async () => {
		const answer = await mintNetzme(simulator.urls.netzme, { authorization: basic(clientId, 'x') });
		expect(answer).toMatchObject({ status: 200, json: { status: 'UNAUTHORIZED' } });
		expect(answer.json).not.toHaveProperty('access_token');
	});

	it('computes expiry on its own clock', async () => {
		simulator.configure('netzme', { clockOffsetMs: 7_200_000 });
		const { json, headers } = await mintNetzme(simulator.urls.netzme);
		const serverNow = Date.parse(headers.date ?? '');
		expect(Math.abs(json.expiry_token - serverNow - 36_000_000)).toBeLessThan(5000);
	});

	it('answers business failures under HTTP 200', async () => {
		expect((await get(BALANCE)).json).toMatchObject({
			status: '100',
			body: { balance: 'IDR 58532500.00' },
		});
		const unknown = await get(`${MERCHANT}/qr/balance/detail?userId=M_nobody`);
		expect(unknown).toMatchObject({ status: 200, json: { status: '404' } });
	});

	it('pages transactions from 1 on', async () => {
		simulator.configure('netzme', { orderCount: 3, pageSize: 2 });
		const range = `userId=${merchantId}&startdate=2025-01-01&enddate=2025-01-31`;
		const page = async (at: number) =>
			(await get(`${MERCHANT}/qr/transaction/list?${range}&page=${at}`)).json;
		expect(await page(1)).toMatchObject({ status: 100, body: { totalPage: 2 } });
		expect((await page(2)).body.transactions).toHaveLength(1);
	});

	it('knows what was put there by its ID, and lists it on its day', async () => {
		const payment = qrisReferencePayment(1);
		const notice = withdrawalNotice(1);
		for (const { known } of [payment, notice]) simulator.act('netzme', 'putTransaction', known);
		simulator.configure('netzme', { orderCount: 0 });
		const listed = async (day: string) =>
			(
				await get(
					`${MERCHANT}/qr/transaction/list?userId=${merchantId}&startdate=${day}&enddate=${day}&page=1`,
				)
			).json.body.transactions;
		expect(await listed('2026-01-31')).toEqual([payment.known.listed]);
		expect(await listed('2026-02-01')).toEqual([]);
		const acquired = async (id: string) =>
			(await get(`${MERCHANT}/qris/acquire/transaction/${id}`)).json;
		expect((await acquired(payment.known.id)).body).toEqual(payment.known.transaction);
		expect((await acquired('5700000000000001')).status).toBe('404');
		expect((await get(`${MERCHANT}/withdraw/${notice.known.id}`)).json.body).toEqual(
			notice.known.transaction,
		);
	});

	const withdrawal = (changes: object = {}, requestId = 'r1') => ({
		requestId,
		type: 'submit_withdraw',
		body: {
			userId: merchantId,
			withdrawalAmount: 58532500,
			...bank,
			pin: hmac(clientId + merchantId, pin),
			...changes,
		},
	});
	const withdraw = async (changes?: object, requestId?: string) =>
		(await post(`${MERCHANT}/qr/withdraw`, withdrawal(changes, requestId))).json;

	it('tells amount and bank account of a withdrawal', async () => {
		const inquiry = { requestId: 'q1', type: 'withdraw_inquiry', body: { userId: merchantId } };
		expect((await post(`${MERCHANT}/qr/withdraw/inquiry`, inquiry)).json).toMatchObject({
			requestId: 'q1',
			type: 'withdraw_inquiry',
			status: 100,
			body: { withdrawalAmount: 'IDR 58532500.00', ...bank, amountAllowed: true },
		});
	});

	it('withdraws once per requestId', async () => {
		expect(await withdraw()).toMatchObject({
			requestId: 'r1',
			type: 'submit_withdraw',
			status: '100',
		});
		expect(await withdraw()).toMatchObject({ requestId: 'r1', status: '409' });
		expect((await get(`${MERCHANT}/withdraw/r1`)).json.body).toMatchObject({
			withdrawalAmount: 'IDR 58532500.00',
			status: 'PENDING',
		});
		expect((await get(BALANCE)).json.body.balance).toBe('IDR 0.00');
	});

	it.each([
		['a clear PIN', { pin }, '403'],
		['another user', { userId: 'M_nobody' }, '404'],
		['no bank', { bankName: '' }, '400'],
		['another bank', { bankName: 'OTHER BANK' }, '400'],
		['no amount', { withdrawalAmount: undefined }, '400'],
		['an amount as text', { withdrawalAmount: 'IDR 58532500.00' }, '400'],
		['another amount than that of the inquiry', { withdrawalAmount: 1000 }, '402'],
	])('refuses a withdrawal with %s', async (_what, changes, status) => {
		expect((await withdraw(changes)).status).toBe(status);
	});

	it('sets a PIN and makes a new one, at most every half hour', async () => {
		const pinRequest = async (what: string, body: object) =>
			(await post(`${MERCHANT}/pin/${what}`, { requestId: 'p1', type: what, body })).json;
		const username = merchantId;
		const hash = hmac(clientId + merchantId, pin);
		expect(await pinRequest('create_pin', { username, pin: hash })).toMatchObject({ status: 100 });
		expect(await pinRequest('create_pin', { username, pin })).toMatchObject({ status: '400' });
		expect(await pinRequest('forgot_pin', { username })).toMatchObject({
			type: 'forgot_pin',
			status: 100,
			body: { timeLeftInMillis: 1800000, pin: '672240' },
		});
		expect(await pinRequest('forgot_pin', { username })).toMatchObject({
			status: '201',
			body: { timeLeftInMillis: expect.any(Number) },
		});
		expect(await pinRequest('create_pin', { username, pin: hash })).toMatchObject({
			statusMessage: 'PIN already exist with different value',
		});
		expect((await withdraw()).status).toBe('403');
	});

	it('answers the other signed endpoints', async () => {
		const paths = [
			`${MERCHANT}/qr/merchant_detail?phoneNo=628110000001`,
			`${MERCHANT}/qris/acquire/transaction/000000000001`,
			`${MERCHANT}/institution/balance/${merchantId}`,
		];
		for (const path of paths) expect(Number((await get(path)).json.status)).toBe(100);
		expect((await get(`${MERCHANT}/nonsense`)).status).toBe(404);
	});
});
