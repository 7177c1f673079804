import { runNode } from './harness';
import { NODES } from './nodes';
import { putForward } from './put-forward';
import {
	credentialOfItem,
	itemsOf,
	ordersOf,
	post,
	refusedOf,
	send,
	simulators,
	TENANTS,
	type Provider,
} from './tenants';

afterEach(() => jest.restoreAllMocks());

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
			await putForward().until(send(provider, 'abcabc'));
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
