import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest } from './harness';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const helpers = [
	['the HTTP Request node', legacyRequest, 'uri'],
	['a node with the newer helper', modernRequest, 'url'],
] as const;

describe.each(helpers)('The other credentials through %s', (_name, request, address) => {
	const providers = ['sasom', 'pledg', 'su', 'guestline'] as const;

	it.each(providers)('%s: JSON body and query', async (provider) => {
		const { body } = await request(accounts[provider](simulator), {
			[address]: `${simulator.urls[provider]}/api/echo`,
			method: 'POST',
			body: { text: 'ü ☃' },
			qs: { list: [1, 2] },
		});
		const received = body.received as { url: string; body: string };
		expect(decodeURIComponent(received.url)).toBe('/api/echo?list[0]=1&list[1]=2');
		expect(Buffer.from(received.body, 'base64').toString()).toBe('{"text":"ü ☃"}');
	});

	it.each(providers)('%s: a form', async (provider) => {
		const fields = { a: '1', b: 'ü' };
		const options = address === 'uri' ? { form: fields } : { body: fields, headers: FORM };
		const { body } = await request(accounts[provider](simulator), {
			[address]: `${simulator.urls[provider]}/api/echo`,
			method: 'POST',
			...options,
		});
		const received = body.received as { body: string };
		const text = Buffer.from(received.body, 'base64').toString();
		expect(Object.fromEntries(new URLSearchParams(text))).toEqual(fields);
	});
});

describe('Guestline', () => {
	it('strips X-Product-Id at client level, whatever its case', async () => {
		const answer = await legacyRequest(accounts.guestline(simulator), {
			uri: `${simulator.urls.guestline}/api/echo`,
			headers: { 'x-PRODUCT-id': 'SOMEBODY' },
		});
		const received = answer.body.received as { headers: IDataObject };
		expect(received.headers['x-product-id']).toBeUndefined();
	});

	it('sends product and client at product level', async () => {
		const answer = await legacyRequest(accounts.guestline(simulator, { level: 'product' }), {
			uri: `${simulator.urls.guestline}/api/echo`,
		});
		const { headers } = answer.body.received as { headers: IDataObject };
		const { productId, clientId } = accounts.guestline(simulator).data;
		expect(headers).toMatchObject({ 'x-product-id': productId, 'x-client-id': clientId });
	});
});

describe('Su', () => {
	it('sends app-id only where asked to', async () => {
		const uri = `${simulator.urls.su}/api/echo`;
		const without = await legacyRequest(accounts.su(simulator), { uri });
		const withIt = await legacyRequest(accounts.su(simulator, { sendAppId: true }), { uri });
		const appId = (answer: typeof without) =>
			(answer.body.received as { headers: IDataObject }).headers['app-id'];
		expect(appId(without)).toBeUndefined();
		expect(Buffer.from(String(appId(withIt)), 'base64').toString()).toBe(
			accounts.su(simulator).data.domain,
		);
	});
});

describe('Pledg', () => {
	const purchase = {
		data: {
			merchantUid: 'mer_test',
			title: 'Order é 1',
			reference: 'order_1',
			amountCents: 2000,
			email: 'buyer@example.com',
			firstName: 'A',
			lastName: 'B',
		},
	};

	it.each(helpers)(
		'signs a purchase link whatever the method, through %s',
		async (_n, request, address) => {
			const answer = await request(accounts.pledg(simulator), {
				[address]: `${simulator.urls.pledg}/api/purchase_link/`,
				method: 'POST',
				body: purchase,
			});
			expect(answer.statusCode).toBeLessThan(300);
			const sent = simulator.log('pledg').at(-1);
			expect(sent?.url).toMatch(/^\/api\/purchase_link\/\?signature=[\w-]+\.[\w-]+\.[\w-]+$/);
			expect(sent?.body).toBe('');
			expect(sent?.headers.authorization).toBeUndefined();
		},
	);

	it('signs again, with a fresh time, when n8n authenticates the same request twice', async () => {
		simulator.configure('pledg', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 401 }],
		});
		const answer = await modernRequest(accounts.pledg(simulator), {
			url: `${simulator.urls.pledg}/api/purchase_link/`,
			method: 'POST',
			body: purchase,
		});
		expect(answer.statusCode).toBeLessThan(300);
	});

	it('logs in with e-mail and password of the dashboard', async () => {
		const answer = await legacyRequest(
			accounts.pledg(simulator, { authentication: 'dashboardLogin' }),
			{
				uri: `${simulator.urls.pledg}/api/purchases/pur_1/release`,
				method: 'POST',
			},
		);
		expect(answer.statusCode).toBeLessThan(300);
		expect(simulator.log('pledg').at(-1)?.headers.authorization).toMatch(/^Basic /);
	});

	it('uses key and secret for the token endpoint, whatever the method', async () => {
		const answer = await legacyRequest(accounts.pledg(simulator, { authentication: 'signature' }), {
			uri: `${simulator.urls.pledg}/api/token`,
			method: 'POST',
			form: { grant_type: 'client_credentials' },
		});
		expect(answer.body.access_token).toEqual(expect.any(String));
	});

	it('refuses to sign what is no JSON object', async () => {
		await expect(
			legacyRequest(accounts.pledg(simulator), {
				uri: `${simulator.urls.pledg}/api/purchase_link/`,
				method: 'POST',
				body: [1],
			}),
		).rejects.toThrow('needs a JSON object as body');
	});
});
