import { NodeHelpers, type IDataObject } from 'n8n-workflow';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { backNotification, tokenNotification } from '../simulator/pledgNotifications';
import { run } from './nodes';
import { AUTHENTICATIONS, lastReceived, PURCHASE, runPledg } from './pledg';

const { merchantSecretKey, merchantUid, apiSecret, dashboardPassword } = DEFAULT_ACCOUNTS.pledg;
const SCHEDULE = { amountCents: 20000, created: '2026-01-31' };

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

const pledg = async (choice: string, parameters: IDataObject, data?: IDataObject) =>
	await runPledg(simulator, choice, parameters, data);
const sent = () => lastReceived(simulator);

describe('payment schedules', () => {
	const instalment = { amount_cents: 6668, fees: 200, payment_date: '2026-01-31' };

	it('with the access token', async () => {
		const [{ json }] = await pledg('paymentSchedule: simulate', SCHEDULE);
		expect(json.INSTALLMENT).toContainEqual(instalment);
		expect(json).toMatchObject({ debit_rate: expect.any(Number), taeg: expect.any(Number) });
		expect(sent()).toMatchObject({
			url: `/api/merchants/${merchantUid}/simulate_payment_schedule`,
			body: '{"amount_cents":20000,"created":"2026-01-31"}',
			headers: { authorization: expect.stringMatching(/^Bearer /) },
		});
	});

	it.each(AUTHENTICATIONS)(
		'for anyone, whatever the authentication: %s',
		async (authentication) => {
			const [{ json }] = await pledg('paymentSchedule: simulatePublic', SCHEDULE, {
				authentication,
			});
			expect(json.INSTALLMENT).toContainEqual(instalment);
			const { url, headers } = sent();
			expect(url).toBe(`/api/users/me/merchants/${merchantUid}/simulate_payment_schedule`);
			expect(headers.authorization).toBeUndefined();
		},
	);

	it.each(AUTHENTICATIONS)(
		'of all payment solutions of a company, without a secret: %s',
		async (authentication) => {
			const parameters = {
				...SCHEDULE,
				companyUid: 'cmp_test',
				options: { secondInstallmentDate: '2026-03-05' },
			};
			const output = await pledg('paymentSchedule: simulateCompany', parameters, {
				authentication,
			});
			expect(output.map(({ json }) => json)).toEqual([
				expect.objectContaining({ INSTALLMENT: expect.any(Array), taeg: expect.any(Number) }),
				expect.objectContaining({ INSTALLMENT: expect.any(Array) }),
			]);
			expect(output[0].json.INSTALLMENT).toContainEqual(
				expect.objectContaining({ payment_date: '2026-03-05' }),
			);
			expect(sent()).toMatchObject({
				url: '/api/users/me/companies/cmp_test/simulate_payment_schedule',
				body: '{"amount_cents":20000,"created":"2026-01-31","second_installment_date":"2026-03-05"}',
			});
			expect(sent().headers.authorization).toBeUndefined();
			expect(simulator.counts('pledg').mints).toBe(0);
		},
	);

	it('of a company that Pledg does not know show why it refused', async () => {
		const parameters = { ...SCHEDULE, companyUid: 'cmp_none' };
		await expect(pledg('paymentSchedule: simulateCompany', parameters)).rejects.toThrow(
			'Pledg: Company not found (HTTP 404)',
		);
	});

	it('show why Pledg refused', async () => {
		const unknown = { ...SCHEDULE, merchantUid: 'mer_none' };
		for (const choice of ['simulate', 'simulatePublic']) {
			await expect(pledg(`paymentSchedule: ${choice}`, unknown)).rejects.toThrow(
				'Pledg: Merchant not found (HTTP 404)',
			);
		}
	});

	it('send nothing with an authentication that Pledg does not take', async () => {
		const data = { authentication: 'dashboardLogin' };
		await expect(pledg('paymentSchedule: simulate', SCHEDULE, data)).rejects.toThrow(
			'needs the access token',
		);
		expect(simulator.log('pledg')).toEqual([]);
	});
});

describe('purchases', () => {
	it.each([
		['accessToken', /^Bearer /],
		['dashboardLogin', /^Basic /],
	])('are credited and released with %s', async (authentication, authorization) => {
		const purchase = { purchaseUid: 'pur_1' };
		const credit = { ...purchase, amountCents: 200 };
		const [credited] = await pledg('purchase: creditByTransfer', credit, { authentication });
		expect(credited.json).toMatchObject({ purchase_uid: 'pur_1', amount_cents: 200 });
		expect(sent()).toMatchObject({
			url: '/api/purchases/pur_1/credit_by_transfer',
			body: '{"amount_cents":200}',
			headers: { authorization: expect.stringMatching(authorization) },
		});
		const [released] = await pledg('purchase: release', purchase, { authentication });
		expect(released.json).toEqual({ purchase_uid: 'pur_1' });
		expect(sent()).toMatchObject({ url: '/api/purchases/pur_1/release', method: 'POST', body: '' });
	});

	it('show the plain text with which Pledg refuses', async () => {
		const credit = { purchaseUid: 'pur_2', amountCents: 5001 };
		await expect(pledg('purchase: creditByTransfer', credit)).rejects.toThrow(
			'Pledg: amount_cents is greater than the purchase amount (HTTP 400)',
		);
		await expect(pledg('purchase: release', { purchaseUid: 'pur_none' })).rejects.toThrow(
			'Pledg: Purchase not found (HTTP 404)',
		);
	});

	it.each([
		['pur_1', 20_001, 400, /more than can still be refunded.*no transfer order item/],
		['pur_not_ordered', 200, 400, /no transfer order item.*try again later/],
		['pur_by_card', 200, 409, /by virtual card.*refund the card/],
		['pur_1', 200, 425, /within this minute.*dashboard/],
	])(
		'explain why %s is not credited with %i cents: %i',
		async (purchaseUid, cents, status, why) => {
			const credit = { purchaseUid, amountCents: cents };
			if (status === 425) await pledg('purchase: creditByTransfer', credit);
			const error = (await pledg('purchase: creditByTransfer', credit).catch(
				(caught: unknown) => caught,
			)) as Error & { description: string };
			expect(error.message).toMatch(new RegExp(`^Pledg: .+ \\(HTTP ${status}\\)$`));
			expect(error.description).toMatch(why);
			expect(error.description).toContain(`This was Purchase ${purchaseUid}.`);
		},
	);

	it('leave other failures to the general advice', async () => {
		const unknown = { purchaseUid: 'pur_none', amountCents: 200 };
		await expect(pledg('purchase: creditByTransfer', unknown)).rejects.toMatchObject({
			description: expect.stringMatching(/^Check the path and the IDs/),
		});
		await pledg('purchase: release', { purchaseUid: 'pur_2' });
		await expect(pledg('purchase: release', { purchaseUid: 'pur_2' })).rejects.toMatchObject({
			description: expect.stringMatching(/^Check the fields of this operation/),
		});
	});

	it('are credited once when Pledg fails on the way', async () => {
		await pledg('paymentSchedule: simulate', SCHEDULE);
		simulator.configure('pledg', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 503 }],
		});
		const credit = { purchaseUid: 'pur_1', amountCents: 200 };
		await expect(pledg('purchase: creditByTransfer', credit)).rejects.toThrow('HTTP 503');
		const credits = simulator.log('pledg').filter(({ url }) => url.endsWith('credit_by_transfer'));
		expect(credits).toHaveLength(1);
	});
});

describe('notifications', () => {
	const TRANSFER = { reference: 'order_1', transfer_order_item_uid: 'tri_1', amount_cents: 10000 };
	const BACK = {
		created_at: '2026-01-31T12:20:34.97138Z',
		error: null,
		id: 'ch_123',
		reference: 'order_1',
		sandbox: true,
		status: 'completed',
		metadata: { foo: 'bar' },
	};
	const verified = async (body: object, parameters: IDataObject = {}) => {
		const notification = JSON.stringify(body);
		return await pledg('notification: verify', { notification, ...parameters });
	};

	it('are verified without a request', async () => {
		const [{ json }] = await verified(tokenNotification(TRANSFER, merchantSecretKey));
		expect(json).toEqual({
			kind: 'transfer',
			verified: true,
			notification: TRANSFER,
			unauthenticated: {},
		});
		const [back] = await verified(backNotification(BACK, merchantSecretKey));
		expect(back.json).toMatchObject({
			kind: 'back',
			verified: true,
			notification: { id: 'ch_123', sandbox: 'true', error: '' },
			unauthenticated: { metadata: { foo: 'bar' } },
		});
		expect(simulator.log('pledg')).toEqual([]);
	});

	it('are taken from a Webhook node as they come, each item its own', async () => {
		const bodies = [TRANSFER, { ...TRANSFER, reference: 'order_2' }];
		const items = bodies.map((body) => ({ body: tokenNotification(body, merchantSecretKey) }));
		const parameters = { resource: 'notification', operation: 'verify' };
		const output = await run(simulator, 'pledg', parameters, { items });
		expect(output.map(({ json }) => json.notification)).toEqual(bodies);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('are refused when forged, and when unsigned unless that is allowed', async () => {
		await expect(verified(tokenNotification(TRANSFER, apiSecret))).rejects.toThrow(
			'The signature of the notification is wrong',
		);
		await expect(verified(TRANSFER)).rejects.toThrow('The notification has no signature');
		const [{ json }] = await verified(TRANSFER, { allowUnsigned: true });
		expect(json).toMatchObject({ kind: 'transfer', verified: false, notification: TRANSFER });
	});
});

it.each(AUTHENTICATIONS)('the form asks for the key of links and notifications: %s', (chosen) => {
	const { properties } = new PledgApi();
	const shown = properties.filter((property) =>
		NodeHelpers.displayParameter({ authentication: chosen }, property, null, null),
	);
	const keys = shown.filter(({ name }) => name === 'merchantSecretKey');
	expect(keys).toHaveLength(1);
	expect(keys[0].displayName).toMatch(/^Merchant Secret Key/);
	expect(keys[0].typeOptions?.password).toBe(true);
});

it('no output holds a secret of the credential', async () => {
	const page = { redirectUrl: 'https://a.example', cancelUrl: 'https://b.example' };
	const front = { frontUrl: 'https://front.example.com' };
	const outputs = [
		await pledg('paymentSchedule: simulate', SCHEDULE),
		await pledg('purchaseLink: create', PURCHASE),
		await pledg('paymentPageLink: create', { ...PURCHASE, ...page, ...front }),
		await pledg('purchase: creditByTransfer', { purchaseUid: 'pur_1', amountCents: 1 }),
	];
	for (const secret of [merchantSecretKey, apiSecret, dashboardPassword]) {
		expect(JSON.stringify(outputs)).not.toContain(secret);
	}
});
