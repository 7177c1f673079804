import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { checkJwt } from '../simulator/digest';
import { openPaymentPage } from '../simulator/pledgSettings';
import { AUTHENTICATIONS, lastReceived, PURCHASE, runPledg } from './pledg';

const { merchantSecretKey, merchantUid } = DEFAULT_ACCOUNTS.pledg;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

const pledg = async (choice: string, parameters: IDataObject, data?: IDataObject) =>
	await runPledg(simulator, choice, parameters, data);
const sent = () => lastReceived(simulator);
const sentSettings = (): unknown => {
	const { searchParams } = new URL(sent().url, simulator.urls.pledg);
	const check = checkJwt(searchParams.get('signature') ?? '', merchantSecretKey, Date.now());
	return 'payload' in check ? check.payload : check;
};

describe('purchase links', () => {
	it.each(AUTHENTICATIONS)('signed, whatever the authentication: %s', async (authentication) => {
		const parameters = { ...PURCHASE, sendEmail: true, additionalSettings: '{"showClose": true}' };
		const [{ json }] = await pledg('purchaseLink: create', parameters, { authentication });
		expect(json).toEqual({
			reference: 'order_1',
			purchase_url: expect.stringMatching(/^https:/),
			uid: expect.stringMatching(/^pur_/),
		});
		expect(sent()).toMatchObject({ method: 'POST', body: '' });
		expect(sent().url).toMatch(/^\/api\/purchase_link\/\?signature=[^&]+$/);
		expect(sent().headers.authorization).toBeUndefined();
		expect(sentSettings()).toMatchObject({
			data: { ...PURCHASE, merchantUid, showClose: true },
			purchase_link_settings: { send_email: true, email: PURCHASE.email, send_sms: false },
			iat: expect.any(Number),
			exp: expect.any(Number),
		});
	});

	it('are refused where the key is another one, and show no secret then', async () => {
		const data = { merchantSecretKey: 'some other secret' };
		const error = (await pledg('purchaseLink: create', PURCHASE, data).catch(
			(caught: unknown) => caught,
		)) as Error;
		expect(error.message).toBe('Pledg: Invalid signature (HTTP 401)');
		expect(JSON.stringify([error, error.stack])).not.toContain('some other secret');
	});

	it('are not asked for where the key is missing', async () => {
		const without = pledg('purchaseLink: create', PURCHASE, { merchantSecretKey: '' });
		await expect(without).rejects.toThrow('Merchant Secret Key is empty');
		expect(simulator.log('pledg')).toEqual([]);
	});

	it('show why Pledg refused', async () => {
		const parameters = { ...PURCHASE, merchantUid: 'mer_none' };
		await expect(pledg('purchaseLink: create', parameters)).rejects.toThrow(
			'Pledg: Merchant not found (HTTP 404)',
		);
	});
});

describe('payment page links', () => {
	const parameters = {
		...PURCHASE,
		redirectUrl: 'https://shop.example.com/thanks',
		cancelUrl: 'https://shop.example.com/cart',
	};

	it.each(AUTHENTICATIONS)('are made without a request: %s', async (authentication) => {
		const data = { authentication, environment: 'production' };
		const [{ json, pairedItem }] = await pledg('paymentPageLink: create', parameters, data);
		expect(pairedItem).toEqual({ item: 0 });
		expect(json.reference).toBe('order_1');
		const url = String(json.url);
		expect(url).toMatch(/^https:\/\/front\.ecard\.pledg\.co\/purchase\?signature=/);
		expect(openPaymentPage(url, merchantSecretKey, Date.now())).toEqual({
			data: { ...parameters, merchantUid },
		});
		expect(simulator.log('pledg')).toEqual([]);
	});

	it('live as long as the credential says', async () => {
		const data = { environment: 'staging', signatureLifetime: 60 };
		const [{ json }] = await pledg('paymentPageLink: create', parameters, data);
		const seconds = (Date.parse(String(json.expires_at)) - Date.now()) / 1000;
		expect(seconds).toBeGreaterThan(30);
		expect(seconds).toBeLessThanOrEqual(60);
	});

	it('ask for the page of a custom environment', async () => {
		await expect(pledg('paymentPageLink: create', parameters)).rejects.toThrow(
			'Payment Page URL is empty',
		);
		const own = { ...parameters, frontUrl: 'https://front.example.com' };
		const [{ json }] = await pledg('paymentPageLink: create', own);
		expect(json.url).toMatch(/^https:\/\/front\.example\.com\/purchase\?/);
	});
});
