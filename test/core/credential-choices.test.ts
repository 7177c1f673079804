import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest } from './harness';
import type { ProviderName } from './nodes';

/** What a choice in a credential gives, where it is an expression. */
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const HELPERS = [
	['the HTTP Request node', legacyRequest, 'uri'],
	['a node with the newer helper', modernRequest, 'url'],
] as const;
const WORDS = 'must be one of';

describe.each(HELPERS)('Through %s', (_name, request, address) => {
	const send = async (provider: ProviderName, data: IDataObject) =>
		await request(accounts[provider](simulator, data), {
			[address]: `${simulator.urls[provider]}/api/echo`,
		});

	it.each<[ProviderName, string, unknown, string]>([
		['netzme', 'environment', 'prod', `Environment ${WORDS} staging, production, custom`],
		['netzme', 'environment', '', `Environment ${WORDS} staging, production, custom`],
		['netzme', 'environment', 'constructor', `Environment ${WORDS} staging, production, custom`],
		['netzme', 'apiFamily', 'wallet', `API Family ${WORDS} tokoNetzme, netzmeWallet`],
		['netzme', 'apiFamily', 'toString', `API Family ${WORDS} tokoNetzme, netzmeWallet`],
		['pledg', 'environment', 'sandbox', `Environment ${WORDS} staging, production, custom`],
		[
			'pledg',
			'authentication',
			'apiKey',
			`Authentication ${WORDS} accessToken, dashboardLogin, signature`,
		],
		['su', 'environment', 'staging', `Environment ${WORDS} sandbox, production, custom`],
		['su', 'customEnvironment', 'live', `Client Secret Is For ${WORDS} sandbox, production`],
		['su', 'customEnvironment', 'custom', `Client Secret Is For ${WORDS} sandbox, production`],
		['su', 'sendAppId', 'yes', 'Send App ID must be true or false'],
		['guestline', 'level', 'Product', `Level ${WORDS} client, product`],
		['guestline', 'level', ['product'], 'Level must be text or a number'],
	])('%s: %s %p is an error, and no request is sent', async (provider, name, value, message) => {
		await expect(send(provider, { [name]: value } as IDataObject)).rejects.toThrow(message);
		const echoed = simulator.log(provider).filter(({ url }) => url.startsWith('/api/echo'));
		expect(echoed).toEqual([]);
	});

	it('white space around a choice does not matter', async () => {
		const data = { authentication: ' dashboardLogin ', environment: 'custom\n' };
		expect((await send('pledg', data)).statusCode).toBe(200);
		expect(simulator.log('pledg').at(-1)?.headers.authorization).toMatch(/^Basic /);
	});

	it.each(['true', 'TRUE', 1])('Send App ID is on where it is %p', async (sendAppId) => {
		await send('su', { sendAppId } as IDataObject);
		expect(simulator.log('su').at(-1)?.headers).toHaveProperty('app-id');
	});

	it.each<[ProviderName, string[]]>([
		['netzme', ['apiFamily', 'payBaseUrl']],
		['pledg', ['authentication', 'signatureLifetime']],
		['su', ['customEnvironment', 'sendAppId']],
		['guestline', ['level', 'productId', 'productApiKey']],
	])('%s: a credential stored before %j were there works', async (provider, names) => {
		const stored = accounts[provider](simulator);
		for (const name of names) delete stored.data[name];
		const answer = await request(stored, {
			[address]: `${simulator.urls[provider]}/api/echo`,
		});
		expect(answer.statusCode).toBe(200);
	});
});

it('a lifetime that is no number is an error, and no purchase is signed', async () => {
	const stored = accounts.pledg(simulator, { signatureLifetime: '1e3' });
	await expect(
		legacyRequest(stored, {
			uri: `${simulator.urls.pledg}/api/purchase_link/`,
			method: 'POST',
			body: { data: { amountCents: 1 } },
		}),
	).rejects.toThrow('Signature Lifetime (Seconds) must be a whole number of at least 1');
	const sent = simulator.log('pledg').filter(({ url }) => url.startsWith('/api/purchase_link/'));
	expect(sent).toEqual([]);
});
