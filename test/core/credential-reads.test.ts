import { accounts } from './accounts';
import { contextFor } from './harness';
import { NODES, request } from './nodes';
import {
	credentialOfItem,
	itemsOf,
	ordersOf,
	post,
	secretOf,
	send,
	simulators,
	TENANTS,
} from './tenants';

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
