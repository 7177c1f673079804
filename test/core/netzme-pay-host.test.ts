import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest } from './harness';

/** Where the invoice token may go, whatever n8n's node asks for. */
let simulator: Simulator;
beforeEach(async () => {
	// On new ports every time: what a process knows of a token belongs to the base URL.
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const { merchantId, invoiceToken } = DEFAULT_ACCOUNTS.netzme;
const helpers = [
	['the HTTP Request node', legacyRequest, 'uri'],
	['the newer helper', modernRequest, 'url'],
] as const;
/** The same server under another name is another origin. */
const payUrl = () => simulator.urls.netzme.replace('127.0.0.1', 'localhost');
const received = () => simulator.log('netzme').filter(({ url }) => !url.startsWith('/oauth/'));

describe.each(helpers)('Through %s', (_name, request, address) => {
	const send = async (options: IDataObject, data: IDataObject = {}) =>
		await request(
			accounts.netzme(simulator, { invoiceToken, payBaseUrl: payUrl(), ...data }),
			options,
		);
	const invoice = (): IDataObject => ({
		[address]: `${payUrl()}/api/v1/invoice/createTransaction`,
		method: 'POST',
		headers: { 'user-agent': `shop;${merchantId}`, 'content-type': 'application/json' },
		body: {
			request: {
				merchant: merchantId,
				amount: 50000,
				email: 'buyer@example.com',
				notes: 'Order',
				phone_number: '+628110000001',
				description: 'Order',
				image_url: '',
				fullname: 'Test Buyer',
				amount_detail: { basicAmount: 50000 },
				type: 'single',
				payment_method: 'QRIS',
				fee_type: 'on_seller',
			},
		},
	});

	it('a request to the pay host carries the invoice token and nothing else', async () => {
		const { body } = await send(invoice());
		expect(body).toMatchObject({ status: true });
		const { headers } = received()[0];
		expect(headers.authorization).toBe(`custom ${invoiceToken}`);
		for (const name of ['signature', 'client-id', 'request-time']) {
			expect(headers).not.toHaveProperty(name);
		}
	});

	it('a baseURL may name the pay host too', async () => {
		await send({ ...invoice(), baseURL: payUrl(), [address]: '/api/v1/invoice/createTransaction' });
		expect(received()[0].headers.host).toMatch(/^localhost:/);
	});

	it('the signed host never sees it', async () => {
		await send({ [address]: `${simulator.urls.netzme}/api/echo` });
		const [{ headers }] = received();
		expect(headers.authorization).toMatch(/^Bearer /);
		expect(JSON.stringify(simulator.log('netzme'))).not.toContain(invoiceToken);
	});

	it('no other host gets anything', async () => {
		await expect(send({ [address]: `${simulator.urls.sasom}/api/echo` })).rejects.toThrow(
			`This credential may only be used with ${simulator.urls.netzme}`,
		);
		const userName = payUrl().replace('//', '//me@');
		await expect(send({ [address]: `${userName}/api/echo` })).rejects.toThrow(
			`This credential may only be used with ${payUrl()}`,
		);
		expect([...simulator.log('sasom'), ...received()]).toEqual([]);
	});

	it('a redirect of the pay host is not followed', async () => {
		simulator.configure('netzme', {
			failNext: [
				{
					target: 'api',
					count: 2,
					kind: 'redirect',
					status: 307,
					location: `${simulator.urls.sasom}/api/echo`,
				},
			],
		});
		await expect(send(invoice())).rejects.toThrow();
		expect(simulator.log('sasom')).toEqual([]);
	});

	it('a refused invoice token costs no access token', async () => {
		await expect(send(invoice(), { invoiceToken: 'another-token' })).rejects.toThrow();
		// The newer helper itself sends again what was refused with 401.
		expect(received()).toHaveLength(address === 'uri' ? 1 : 2);
		expect(simulator.counts('netzme').mints).toBe(1);
	});

	it('a credential without an invoice token names the field', async () => {
		await expect(send(invoice(), { invoiceToken: '' })).rejects.toThrow('Invoice Token is empty');
		expect(received()).toEqual([]);
	});

	it('a credential without a pay host refuses it as any other host', async () => {
		await expect(send(invoice(), { payBaseUrl: '' })).rejects.toThrow(
			`This credential may only be used with ${simulator.urls.netzme}`,
		);
		expect(received()).toEqual([]);
	});

	it.each([
		[
			'is the signed host too',
			() => simulator.urls.netzme,
			'must be another address than Base URL',
		],
		['has a path', () => `${payUrl()}/v1`, 'Pay Base URL must be scheme and host only'],
		['is http', () => 'http://pay.example.com', 'Pay Base URL must begin with https://'],
	])('a pay host that %s is named', async (_what, payBaseUrl, message) => {
		const url = `${simulator.urls.netzme}/api/echo`;
		await expect(send({ [address]: url }, { payBaseUrl: payBaseUrl() })).rejects.toThrow(message);
		expect(received()).toEqual([]);
	});
});

it.each([
	['staging', 'https://pay-stg.netzme.com'],
	['production', 'https://pay.netzme.com'],
])('in %s the pay host is known', async (environment, payHost) => {
	const { type, data } = accounts.netzme(simulator, { environment, invoiceToken });
	const { authenticate } = type;
	if (typeof authenticate !== 'function') throw new Error('no authenticate function');
	const url = `${payHost}/api/v1/invoice/createTransaction`;
	expect(await authenticate(data, { url, method: 'POST' })).toMatchObject({
		url,
		headers: { Authorization: `custom ${invoiceToken}` },
	});
});
