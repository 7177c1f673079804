import { credentialsFor, snapCredential, type ProviderCredential } from './harness/accounts';
import type { Client } from './harness/client';
import { client, running, simulator } from './running';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
beforeEach(async () => {
	await simulator.reset();
});

const credentials = () => credentialsFor(running().urls);
const credential = (type: string): ProviderCredential => {
	const found = credentials().find((each) => each.type === type);
	if (!found) throw new Error(`No credential of type ${type}`);
	return found;
};
const test = async (type: string, data: Record<string, unknown> = {}) => {
	const { name, data: right } = credential(type);
	return await n8n.testCredential({ name, type, data: { ...right, ...data } });
};

describe('The connection test in the editor', () => {
	it.each(['sasomApi', 'pledgApi', 'suApi', 'guestlineCheckoutApi', 'netzmeApi'])(
		'%s succeeds with the right secrets',
		async (type) => {
			expect(await test(type)).toEqual({ status: 'OK', message: 'Connection successful!' });
		},
	);

	it.each<[string, Record<string, unknown>]>([
		['pledgApi', { merchantUid: '' }],
		['pledgApi', { authentication: 'dashboardLogin' }],
		['pledgApi', { authentication: 'signature' }],
		['guestlineCheckoutApi', { level: 'product' }],
		['netzmeApi', { apiFamily: 'netzmeWallet' }],
		['netzmeApi', { merchantId: '' }],
		['suApi', { sendAppId: true }],
	])('%s succeeds with %j', async (type, data) => {
		expect(await test(type, data)).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		[
			'sasomApi',
			{ apiSecret: 'wrong-secret' },
			/^SASOM refused these secrets\. Check API Key and API Secret\.$/,
		],
		['sasomApi', { apiKey: ' ' }, /^API Key is empty$/],
		['sasomApi', { baseUrl: 'partners.sasomapi.com' }, /^Base URL must begin with https:\/\/$/],
		[
			'pledgApi',
			{ apiSecret: 'wrong-secret' },
			/^Pledg gave no access token\. Check API Key, API Secret and Environment \(HTTP 401\)$/,
		],
		[
			'pledgApi',
			{ merchantUid: 'mer_unknown' },
			/^Pledg does not know this merchant\. Check Merchant UID\.$/,
		],
		[
			'pledgApi',
			{ authentication: 'dashboardLogin', merchantUid: 'mer_unknown' },
			/Check Merchant UID/,
		],
		[
			'suApi',
			{ clientSecret: 'wrong-secret' },
			/^Su gave no access token\. Check Domain, Client Secret and Environment/,
		],
		[
			'suApi',
			{ customEnvironment: 'production' },
			/begins with sandbox_, but this credential is for the production/,
		],
		[
			'pledgApi',
			{ authentication: 'dashboardLogin', dashboardPassword: ' ' },
			/^Dashboard Password is empty$/,
		],
		['pledgApi', { authentication: 'signature', merchantUid: '' }, /^Merchant UID is empty$/],
		[
			'netzmeApi',
			{ environment: 'production', apiFamily: 'netzmeWallet' },
			/Choose Custom URL as environment/,
		],
		['guestlineCheckoutApi', { apiKey: 'wrong-secret' }, /^Guestline refused these secrets\./],
		[
			'guestlineCheckoutApi',
			{ level: 'product', productApiKey: 'wrong-secret' },
			/^Guestline refused these secrets\./,
		],
		[
			'netzmeApi',
			{ clientSecret: 'wrong-secret' },
			/^Netzme gave no access token\. Check Client ID, Client Secret, API Family and Environment$/,
		],
		['netzmeApi', { clientId: '' }, /^Client ID is empty$/],
	])('%s fails with %j and says why', async (type, data, message) => {
		const result = await test(type, data);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});

	it('mints no token while a live one is known', async () => {
		const { name, data } = credential('netzmeApi');
		const { id } = await n8n.createCredential(name, 'netzmeApi', data);
		for (let i = 0; i < 3; i += 1) {
			expect((await n8n.testCredential(id)).status).toBe('OK');
		}
		const mints = (await simulator.log('netzme')).filter(({ outcome }) => outcome === 'mint');
		expect(mints.length).toBeLessThanOrEqual(1);
	});

	it('sends the browser no token in clear', async () => {
		const { name, data } = credential('netzmeApi');
		const { id } = await n8n.createCredential(name, 'netzmeApi', data);
		await n8n.testCredential(id);
		const [mint] = (await simulator.log('netzme')).filter(({ outcome }) => outcome === 'ok');
		const shown = JSON.stringify(await n8n.getCredential(id));
		expect(shown).not.toContain(String(mint.headers.authorization).replace('Bearer ', ''));
		expect(shown).not.toContain(String(data.clientSecret));
	});
});

describe('The connection test of Netzme with SNAP BI', () => {
	const testSnap = async (changes: Record<string, unknown> = {}) => {
		const { name, type, data } = snapCredential(running().urls);
		return await n8n.testCredential({ name, type, data: { ...data, ...changes } });
	};

	it.each<[Record<string, unknown>]>([
		[{}],
		[{ apiFamily: 'netzmeWalletSnap' }],
		[{ merchantId: '' }],
		[{ merchantId: 'M_unknown' }],
	])('succeeds with a signed read: %j', async (changes) => {
		expect(await testSnap(changes)).toEqual({ status: 'OK', message: 'Connection successful!' });
		const read = (await simulator.log('netzmeSnap')).at(-1);
		expect(read).toMatchObject({ method: 'POST', url: '/api/v1.0/payment/balance-inquiry' });
		expect(['ok', 'invalid']).toContain(read?.outcome);
	});

	it.each<[Record<string, unknown>, RegExp]>([
		[
			{ clientId: 'someone-else' },
			/^Netzme gave no access token\. Check Client ID, Private Key, API Family and Environment/,
		],
		[{ privateKey: 'abc' }, /^Private Key is no private key$/],
		[{ privateKey: ' ' }, /^Private Key is empty$/],
		[{ channelId: ' ' }, /^Channel ID is empty$/],
		[
			{ clientSecret: 'wrong-secret' },
			/^Netzme refused the signed request\. Check Client ID, Client Secret and API Family\.$/,
		],
		[
			{ apiFamily: 'netzmeWalletSnap', environment: 'production' },
			/Choose Custom URL as environment/,
		],
	])('fails with %j and says why', async (changes, message) => {
		const result = await testSnap(changes);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});
});
