import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { contextFor, runNode, type StoredCredential } from './harness';
import { NODES, request } from './nodes';

/**
 * A credential with expressions is another account for each item: each account has a simulator of
 * its own here, which refuses the secrets of the others.
 */
const TENANTS = ['a', 'b', 'c'] as const;
type Tenant = (typeof TENANTS)[number];
type Provider = 'sasom' | 'su' | 'netzme';

const secretOf = (tenant: Tenant) => `secret-of-tenant-${tenant}-0001`;
let simulators: Record<Tenant, Simulator>;
beforeAll(async () => {
	const started = await Promise.all(
		TENANTS.map(async (tenant) => [
			tenant,
			await startSimulator({
				accounts: {
					sasom: { apiKey: `key-${tenant}`, apiSecret: secretOf(tenant) },
					su: { domain: `${tenant}.example.com`, clientSecrets: { sandbox: secretOf(tenant) } },
					netzme: {
						clientId: `client${tenant}`,
						clientSecret: secretOf(tenant),
						merchantId: `M_${tenant}`,
						pin: { a: '111111', b: '222222', c: '333333' }[tenant],
					},
				},
			}),
		]),
	);
	simulators = Object.fromEntries(started) as typeof simulators;
});
afterAll(async () => await Promise.all(TENANTS.map(async (each) => await simulators[each].stop())));
beforeEach(() => TENANTS.forEach((each) => simulators[each].reset()));

/** A credential whose fields are expressions, as a user enters them. */
function credentialOfItem(provider: Provider): StoredCredential {
	const fields: Record<Provider, IDataObject> = {
		sasom: { apiKey: '=key-{{ $json.tenant }}' },
		su: { domain: '={{ $json.tenant }}.example.com' },
		netzme: {
			clientId: '=client{{ $json.tenant }}',
			merchantId: '=M_{{ $json.tenant }}',
			pinSecret: '={{ $json.pin }}',
		},
	};
	const secret = provider === 'sasom' ? 'apiSecret' : 'clientSecret';
	return accounts[provider](simulators.a, {
		baseUrl: '={{ $json.url }}',
		[secret]: '=secret-of-tenant-{{ $json.tenant }}-0001',
		...fields[provider],
	});
}

/** An input item of a tenant. */
const itemOf = (provider: Provider, tenant: Tenant, index: number) => ({
	tenant,
	index,
	url: simulators[tenant].urls[provider],
	pin: { a: '111111', b: '222222', c: '333333' }[tenant],
});

const itemsOf = (provider: Provider, tenants: string) =>
	[...tenants].map((tenant, index) => itemOf(provider, tenant as Tenant, index));

const post = request({
	method: 'POST',
	bodyType: 'json',
	bodyJson: '={{ { order: $json.tenant + $json.index } }}',
});

async function send(
	provider: Provider,
	tenants: string,
	parameters: IDataObject = post,
	stored = credentialOfItem(provider),
): Promise<INodeExecutionData[]> {
	return await runNode(stored, new NODES[provider](), {
		parameters,
		items: itemsOf(provider, tenants),
	});
}

/** The orders that arrived with the account of a tenant, and were taken. */
const ordersOf = (provider: Provider, tenant: Tenant) =>
	simulators[tenant]
		.log(provider)
		.filter(({ url, status }) => url.startsWith('/api/echo') && status === 200)
		.map(({ body }) => (JSON.parse(Buffer.from(body, 'base64').toString()) as IDataObject).order);

/** What a provider refused because of somebody else's secrets; a dead token is not among it. */
const refusedOf = (provider: Provider) =>
	TENANTS.flatMap((tenant) => simulators[tenant].log(provider)).filter(
		({ status, outcome }) => status === 401 && outcome !== 'refused-token',
	);

describe.each<Provider>(['sasom', 'su', 'netzme'])(
	'%s: a credential with expressions',
	(provider) => {
		it.each([
			['three accounts', 'abc'],
			['the first one again at the end', 'aba'],
			['many items of each, at once', 'abcabcabcaabbccbacbacab'],
			['one item', 'b'],
		])('sends each item with its own account: %s', async (_what, tenants) => {
			const output = await send(provider, tenants);
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
				[...tenants].map((_, item) => ({ item })),
			);
			for (const tenant of TENANTS) {
				const own = [...tenants].flatMap((each, at) => (each === tenant ? [`${each}${at}`] : []));
				expect(ordersOf(provider, tenant).sort()).toEqual(own.sort());
			}
			expect(refusedOf(provider)).toEqual([]);
		});

		it('keeps to the account of the item when it is sent again', async () => {
			await send(provider, 'abc');
			for (const tenant of TENANTS) simulators[tenant].revoke(provider);
			simulators.b.configure(provider, {
				failNext: [{ target: 'api', count: 1, kind: 'tooMany', retryAfterSeconds: 1 }],
			});
			await send(provider, 'abcabc');
			expect(ordersOf(provider, 'a').sort()).toEqual(['a0', 'a0', 'a3']);
			expect(ordersOf(provider, 'b').sort()).toEqual(['b1', 'b1', 'b4']);
			expect(ordersOf(provider, 'c').sort()).toEqual(['c2', 'c2', 'c5']);
		});

		it('has an error for the item whose expression gives nothing; the others are sent', async () => {
			const stored = credentialOfItem(provider);
			const items = itemsOf(provider, 'abc');
			Object.assign(items[1], { url: undefined });
			const output = await runNode(stored, new NODES[provider](), {
				parameters: post,
				items,
				continueOnFail: true,
			});
			expect(output.map(({ json }) => json.error)).toEqual([
				undefined,
				'Base URL is empty',
				undefined,
			]);
			expect(ordersOf(provider, 'b')).toEqual([]);
		});
	},
);

describe('a token of each account', () => {
	it.each<Provider>(['su', 'netzme'])(
		'%s: is got once, not for each item, and never stored with the expressions',
		async (provider) => {
			const stored = credentialOfItem(provider);
			await send(provider, 'abcabcabcabc', post, stored);
			await send(provider, 'abcabcabcabc', post, stored);
			for (const tenant of TENANTS) expect(simulators[tenant].counts(provider).mints).toBe(1);
			expect(stored.writes).toBe(0);
			expect(JSON.stringify(stored.data)).not.toContain('secret-of-tenant-a');
		},
	);
});

describe('what an operation reads of the credential', () => {
	it('Netzme: merchant, client and PIN of a withdrawal are those of its item', async () => {
		const bank = { accountHolderName: 'Test Holder', bankAccountNumber: '12345678' };
		const output = await send('netzme', 'abc', {
			resource: 'withdrawal',
			operation: 'submit',
			withdrawalAmount: '58532500',
			compareWithInquiry: false,
			...bank,
			bankName: 'TEST BANK',
			bankCode: '014',
		});
		// The simulator computes the hash of the PIN with client ID and merchant ID itself.
		expect(output.map(({ json }) => String(json.requestId).slice(0, 7))).toEqual([
			'clienta',
			'clientb',
			'clientc',
		]);
	});

	it('SASOM: all pages of a list are those of its account', async () => {
		const orderCount = { a: 3, b: 5, c: 7 };
		for (const tenant of TENANTS) {
			simulators[tenant].configure('sasom', { pageSize: 2, orderCount: orderCount[tenant] });
		}
		const output = await send('sasom', 'abc', {
			resource: 'order',
			operation: 'getProcessing',
			returnAll: true,
		});
		const ofItem = (index: number) =>
			output.filter(({ pairedItem }) => (pairedItem as { item: number }).item === index);
		expect([0, 1, 2].map((index) => ofItem(index).length)).toEqual([3, 5, 7]);
		expect(TENANTS.map((tenant) => simulators[tenant].log('sasom').length)).toEqual([2, 3, 4]);
		expect(refusedOf('sasom')).toEqual([]);
	});

	it('a pause that one account is asked for holds up no other', async () => {
		simulators.b.configure('sasom', {
			failNext: [{ target: 'api', count: 1, kind: 'tooMany', retryAfterSeconds: 2 }],
		});
		const output = await runNode(credentialOfItem('sasom'), new NODES.sasom(), {
			parameters: { ...post, options: { longestWait: 1, concurrency: 1 } },
			items: itemsOf('sasom', 'babc'),
			continueOnFail: true,
		});
		const limit = 'The limit of requests to SASOM is reached';
		expect(output.map(({ json }) => json.error)).toEqual([limit, undefined, limit, undefined]);
	});
});

describe('how often n8n reads the credential', () => {
	const many = 'a'.repeat(50);

	it('once and once as it is stored, where it is the same for all items', async () => {
		const { apiKey, apiSecret } = { apiKey: 'key-a', apiSecret: secretOf('a') };
		const stored = accounts.sasom(simulators.a, { apiKey, apiSecret });
		await send('sasom', many, request(), stored);
		expect(stored.reads).toBe(2);
	});

	it.each(['={{ $secrets.vault.key }}', '={{ $vars["sasom-key"] }}', '= {{ $env.SASOM_KEY }} '])(
		'the same where an expression is the same for all items: %s',
		async (expression) => {
			const stored = accounts.sasom(simulators.a, { apiKey: expression });
			await send('sasom', 'aaa', request(), stored).catch(() => undefined);
			expect(stored.reads).toBeLessThanOrEqual(2);
		},
	);

	it.each(['={{ $secrets[$json.tenant] }}', '={{ $vars.a + $json.b }}', '={{ $json.key }}', '=x'])(
		'for each item where it may depend on it: %s',
		async (expression) => {
			const stored = accounts.sasom(simulators.a, { apiKey: expression });
			const context = contextFor(stored, {
				nodeType: new NODES.sasom(),
				parameters: request(),
				items: itemsOf('sasom', 'aaa'),
				continueOnFail: true,
			});
			await new NODES.sasom().execute.call(context);
			expect(stored.reads).toBe(4);
		},
	);

	it('for each item where n8n does not show how it is stored', async () => {
		const stored = credentialOfItem('sasom');
		const context = contextFor(stored, {
			nodeType: new NODES.sasom(),
			parameters: post,
			items: itemsOf('sasom', 'abc'),
		});
		const { additionalData } = context as unknown as {
			additionalData: { credentialsHelper: { getDecrypted: (...args: unknown[]) => unknown } };
		};
		const { credentialsHelper } = additionalData;
		const shown = credentialsHelper.getDecrypted.bind(credentialsHelper);
		credentialsHelper.getDecrypted = async (...args) => {
			if (args[5] === true) throw new Error('not shown');
			return await shown(...args);
		};
		await new NODES.sasom().execute.call(context);
		expect(TENANTS.map((tenant) => ordersOf('sasom', tenant))).toEqual([['a0'], ['b1'], ['c2']]);
	});
});
