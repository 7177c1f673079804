import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, basic, FORM_TYPE, JSON_TYPE, jwt, mintPledg } from './testing';

const account = DEFAULT_ACCOUNTS.pledg;
const { apiKey, apiSecret, dashboardEmail, dashboardPassword, merchantSecretKey } = account;
const SCHEDULE = '/api/merchants/mer_test/simulate_payment_schedule';
const OPEN_SCHEDULE = '/api/users/me/merchants/mer_test/simulate_payment_schedule';
const CREDIT = (uid: string) => `/api/purchases/${uid}/credit_by_transfer`;
const settings = { amount_cents: 200, created: '2021-12-17' };

describe('Pledg', () => {
	let simulator: Simulator;
	let token: string;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(async () => {
		simulator.reset();
		token = (await mintPledg(simulator.urls.pledg)).json.access_token;
	});
	afterAll(() => simulator.stop());

	const post = (path: string, authorization: string | undefined, body: unknown = settings) =>
		ask(simulator.urls.pledg, path, {
			method: 'POST',
			headers: { ...JSON_TYPE, ...(authorization === undefined ? {} : { authorization }) },
			body: JSON.stringify(body),
		});

	it('mints a token of ten minutes', async () => {
		const { status, json } = await mintPledg(simulator.urls.pledg);
		expect(status).toBe(200);
		expect(json).toEqual({
			access_token: expect.any(String),
			token_type: 'Bearer',
			expires_in: 600,
		});
	});

	const authorization = basic(apiKey, apiSecret);
	it.each([
		['a wrong secret', { ...FORM_TYPE, authorization: basic(apiKey, 'x') }, undefined, 401],
		[
			'the dashboard login',
			{ ...FORM_TYPE, authorization: basic(dashboardEmail, dashboardPassword) },
			undefined,
			401,
		],
		['another content type', { ...JSON_TYPE, authorization }, undefined, 400],
		['a JSON body', { ...JSON_TYPE, authorization }, '{"grant_type":"client_credentials"}', 400],
		['another grant', { ...FORM_TYPE, authorization }, 'grant_type=password', 400],
		[
			'a further parameter',
			{ ...FORM_TYPE, authorization },
			'grant_type=client_credentials&a=b',
			400,
		],
	])('refuses to mint with %s', async (_what, headers, body, status) => {
		const sent = { method: 'POST', headers, body: body ?? 'grant_type=client_credentials' };
		const answer = await ask(simulator.urls.pledg, '/api/token', sent);
		expect(answer).toMatchObject({ status, json: { error: { debug: expect.any(String) } } });
	});

	it('simulates a schedule with the token only', async () => {
		const { status, json } = await post(SCHEDULE, `Bearer ${token}`);
		expect(status).toBe(200);
		const sum = json.INSTALLMENT.reduce((all: number, part: any) => all + part.amount_cents, 0);
		expect(sum).toBe(settings.amount_cents);
		expect((await post(SCHEDULE, undefined)).status).toBe(401);
		expect((await post(SCHEDULE, `Bearer ${token}x`)).status).toBe(401);
		expect((await post(SCHEDULE, basic(dashboardEmail, dashboardPassword))).status).toBe(401);
	});

	it('simulates a schedule for anyone at the public address', async () => {
		expect((await post(OPEN_SCHEDULE, undefined)).status).toBe(200);
	});

	it('simulates a schedule for each payment solution of a company, for anyone', async () => {
		const path = (uid: string) => `/api/users/me/companies/${uid}/simulate_payment_schedule`;
		const { status, json } = await post(path('cmp_test'), undefined);
		expect(status).toBe(200);
		expect(json).toEqual({
			items: [
				expect.objectContaining({ INSTALLMENT: expect.any(Array), taeg: expect.any(Number) }),
				expect.objectContaining({ INSTALLMENT: expect.any(Array) }),
			],
		});
		expect((await post(path('cmp_none'), undefined)).status).toBe(404);
		expect((await post(path('cmp_test'), undefined, {})).status).toBe(400);
	});

	it('takes a day for the second instalment, after the first', async () => {
		const on = (second_installment_date: unknown) =>
			post(OPEN_SCHEDULE, undefined, { ...settings, second_installment_date });
		const { json } = await on('2022-01-05');
		expect(json.INSTALLMENT.map(({ payment_date }: any) => payment_date)).toEqual([
			'2021-12-17',
			'2022-01-05',
			'2022-02-05',
		]);
		expect((await on('2021-12-17')).status).toBe(400);
		expect((await on('05.01.2022')).status).toBe(400);
	});

	it.each([
		{ created: '2021-12-17' },
		{ amount_cents: '200', created: '2021-12-17' },
		{ amount_cents: 200 },
		{ amount_cents: 200, created: '17.12.2021' },
	])('refuses the settings %j', async (body) => {
		const answer = await post(SCHEDULE, `Bearer ${token}`, body);
		expect(answer).toMatchObject({ status: 400, json: { error: { debug: expect.any(String) } } });
	});

	it('reads the settings of a schedule from a signature', async () => {
		for (const payload of [settings, { data: settings }]) {
			const path = `${SCHEDULE}?signature=${jwt(payload, merchantSecretKey)}`;
			expect((await post(path, undefined, {})).status).toBe(200);
		}
		const wrong = `${SCHEDULE}?signature=${jwt(settings, apiSecret)}`;
		expect((await post(wrong, undefined, {})).status).toBe(401);
		expect(simulator.log('pledg').at(-1)?.outcome).toBe('bad-signature');
	});

	it('takes the token or the dashboard login on a purchase', async () => {
		const logins = { pur_1: `Bearer ${token}`, pur_2: basic(dashboardEmail, dashboardPassword) };
		for (const [uid, known] of Object.entries(logins)) {
			const credited = await post(CREDIT(uid), known, { amount_cents: 5 });
			expect(credited.json).toEqual({ uid, amount_cents: 5, status: 'credited' });
			const released = await post(`/api/purchases/${uid}/release`, known);
			expect(released).toMatchObject({ status: 200, text: '' });
		}
		const wrong = await post(CREDIT('pur_1'), basic(dashboardEmail, 'x'), { amount_cents: 5 });
		expect(wrong.status).toBe(401);
	});

	it.each<[string, string, unknown, number]>([
		['no amount', 'pur_1', {}, 400],
		['part of a cent', 'pur_1', { amount_cents: 1.5 }, 400],
		['an amount as text', 'pur_1', { amount_cents: '5' }, 400],
		['more than the purchase', 'pur_2', { amount_cents: 5001 }, 400],
		['what has no transfer order item yet', 'pur_not_ordered', { amount_cents: 5 }, 400],
		['a purchase by virtual card', 'pur_by_card', { amount_cents: 5 }, 409],
		['a purchase it does not know', 'pur_none', { amount_cents: 5 }, 404],
		['a name that every object has', 'constructor', { amount_cents: 5 }, 404],
	])('refuses to credit %s, in plain text', async (_what, uid, body, status) => {
		const refused = await post(CREDIT(uid), `Bearer ${token}`, body);
		expect(refused).toMatchObject({ status, json: undefined, text: expect.stringMatching(/\w/) });
	});

	it('credits a purchase in parts, up to its amount', async () => {
		const credit = (amount_cents: number) =>
			post(CREDIT('pur_2'), `Bearer ${token}`, { amount_cents });
		expect((await credit(3000)).status).toBe(200);
		expect((await credit(2001)).status).toBe(400);
		expect((await credit(2000)).status).toBe(200);
	});

	it('takes the same refund once within a minute, and another one', async () => {
		const credit = (amount_cents: number) =>
			post(CREDIT('pur_2'), `Bearer ${token}`, { amount_cents });
		expect((await credit(5)).status).toBe(200);
		expect(await credit(5)).toMatchObject({ status: 425, text: expect.stringMatching(/minute/) });
		expect((await credit(6)).status).toBe(200);
		expect((await credit(5)).status).toBe(425);
		simulator.configure('pledg', { clockOffsetMs: 60_000 });
		expect((await credit(5)).status).toBe(200);
	});

	it('releases a purchase once, and credits it no more', async () => {
		const release = () => post('/api/purchases/pur_1/release', `Bearer ${token}`);
		expect((await release()).status).toBe(200);
		expect((await release()).status).toBe(400);
		const credited = await post(CREDIT('pur_1'), `Bearer ${token}`, { amount_cents: 5 });
		expect(credited.status).toBe(400);
	});

	const purchase = {
		amountCents: 2000,
		merchantUid: 'mer_test',
		email: 'buyer@example.com',
		firstName: 'Ada',
		lastName: 'Müller',
		reference: 'order_1',
		title: 'Order é 1',
	};
	const link = (signature: string, authorization?: string) =>
		post(`/api/purchase_link/?signature=${signature}`, authorization, {});

	it('creates a purchase link from a signature', async () => {
		const payload = {
			data: purchase,
			purchase_link_settings: { send_email: true, email: 'a@b.c' },
		};
		const { status, json } = await link(jwt(payload, merchantSecretKey));
		expect(status).toBe(200);
		expect(json).toEqual({ purchase_url: expect.any(String), uid: expect.stringMatching(/^pur_/) });
	});

	it.each(Object.keys(purchase))('requires %s for a purchase link', async (name) => {
		const data = { ...purchase, [name]: undefined };
		expect((await link(jwt({ data }, merchantSecretKey))).status).toBe(400);
	});

	it.each<[string, object]>([
		['an email without @', { email: 'buyer' }],
		['part of a cent', { amountCents: 0.5 }],
		['a merchant and a company', { companyUid: 'cmp_1' }],
		['a local phone number', { phoneNumber: '0612345678' }],
		['a country in words', { address: { country: 'France' } }],
		['a French birthplace without zip code', { birthCountry: 'FR' }],
		['metadata as text', { metadata: '{}' }],
		['a day that does not exist', { birthDate: '2001-02-30' }],
	])('refuses a purchase link for %s', async (_what, change) => {
		const signature = jwt({ data: { ...purchase, ...change } }, merchantSecretKey);
		expect((await link(signature)).status).toBe(400);
	});

	it('can credit what was bought by a link', async () => {
		const { json } = await link(jwt({ data: purchase }, merchantSecretKey));
		const credit = (amount_cents: number) =>
			post(CREDIT(json.uid), `Bearer ${token}`, { amount_cents });
		expect((await credit(purchase.amountCents + 1)).status).toBe(400);
		expect((await credit(purchase.amountCents)).status).toBe(200);
	});

	it('takes nothing but a sound signature for a purchase link', async () => {
		const good = jwt({ data: purchase }, merchantSecretKey);
		const at = good.indexOf('.') + 10;
		const swapped = good[at] === 'A' ? 'B' : 'A';
		const tampered = good.slice(0, at) + swapped + good.slice(at + 1);
		expect((await link(tampered)).status).toBe(401);
		const expired = jwt({ data: purchase, exp: 1 }, merchantSecretKey);
		expect((await link(expired)).status).toBe(401);
		expect((await post('/api/purchase_link/', `Bearer ${token}`, purchase)).status).toBe(401);
		expect((await link(`${good}&signature=${good}`)).status).toBe(401);
		expect((await post(`/api/purchase_link?signature=${good}`, undefined, {})).status).toBe(404);
	});
});
