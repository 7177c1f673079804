import { ACCOUNT_HEADER } from '../simulator';
import type { Client } from './harness/client';
import { errorOf, itemsOf } from './harness/execution';
import type { Workflow } from './harness/workflow';
import { accountOf } from './notified';
import { client, simulator } from './running';
import { workflowWith } from './workflows';

/** A credential whose account the item names: each request goes out with that of its own item. */
const KEY = '={{ $json.key }}';
const SECRET = '={{ $json.secret }}';
const ORDER = ['A', 'B', 'C', 'A'];
const ACCOUNTS = ['A', 'B', 'C'];

interface Subject {
	provider: 'sasom' | 'su' | 'netzme';
	/** What a user types into the credential. */
	fields: Record<string, string>;
	/** The field that is missed first where the item has nothing. */
	label: string;
	/** The account that the simulator is to have. */
	account: (key: string, secret: string) => object;
	/** An operation whose output shows whose it is. */
	own?: {
		parameters: Record<string, unknown>;
		field: string;
		values: (key: string) => string[];
	};
}

const SUBJECTS: Subject[] = [
	{
		provider: 'sasom',
		fields: { apiKey: KEY, apiSecret: SECRET },
		label: 'API Key',
		account: (apiKey, apiSecret) => ({ apiKey, apiSecret }),
	},
	{
		provider: 'su',
		fields: { domain: KEY, clientSecret: SECRET },
		label: 'Domain',
		account: (domain, sandbox) => ({
			domain,
			clientSecrets: { sandbox },
			hotelid: `hotel-${domain}`,
		}),
		own: {
			parameters: { resource: 'property', operation: 'getMany', returnAll: true },
			field: 'propertyid',
			values: (key) => [`hotel-${key}`, `hotel-${key}-MAPPED`],
		},
	},
	{
		provider: 'netzme',
		// The node takes the merchant from the credential, where its own field is empty.
		fields: { clientId: KEY, clientSecret: SECRET, merchantId: '={{ $json.merchant }}' },
		label: 'Client ID',
		account: (clientId, clientSecret) => ({
			clientId,
			clientSecret,
			merchantId: `M_${clientId}`,
		}),
		own: {
			parameters: { resource: 'balance', operation: 'get' },
			field: 'userId',
			values: (key) => [`M_${key}`],
		},
	},
];

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
/** Keys of its own for each test: what a process knows of a token belongs to them. */
let round = 0;
const keyOf = (account: string) => `key-${account}-${round}`;
const secretOf = (account: string) => `secret-of-${account}-${round}`;
beforeEach(async () => {
	round += 1;
	await simulator.reset();
});

describe.each(SUBJECTS)('$provider', ({ provider, fields, label, account, own }) => {
	const hasToken = provider !== 'sasom';
	const mints = hasToken ? ACCOUNTS : [];

	beforeEach(async () => {
		for (const name of ACCOUNTS) {
			await simulator.addAccount(provider, name, account(keyOf(name), secretOf(name)));
		}
	});

	const itemOf = (name: string) => ({
		key: keyOf(name),
		secret: secretOf(name),
		merchant: `M_${keyOf(name)}`,
	});
	const echo = {
		resource: 'request',
		operation: 'send',
		path: '=/api/echo?item={{ $itemIndex }}',
		options: { fullResponse: true },
	};
	/** A workflow whose Code node puts out the items for the provider's node. */
	async function store(items: object[], parameters: Record<string, unknown>, settings = {}) {
		const { name, type, data } = accountOf(provider, fields);
		const { id: credentialId } = await n8n.createCredential(name, type, data);
		const workflow = workflowWith({
			type: `n8n-nodes-partner-apis.${provider}`,
			typeVersion: 1,
			parameters: { options: {}, ...parameters },
			credentials: { [type]: { id: credentialId, name } },
			...settings,
		});
		const { id: workflowId } = await n8n.createWorkflow(withItems(workflow, items));
		return { credentialId, workflowId };
	}
	/** Which account each item's request came with, by the simulator; in the order of the items. */
	async function senders() {
		const sent = (await simulator.log(provider)).filter(({ outcome }) => outcome === 'ok');
		const byItem = sent.sort((a, b) => a.url.localeCompare(b.url));
		return byItem.map((each) => [each.url, each.account]);
	}
	const minted = async () =>
		(await simulator.log(provider))
			.filter(({ outcome }) => outcome === 'mint')
			.map((each) => each.account)
			.sort();
	const wanted = ORDER.map((name, at) => [`/api/echo?item=${at}`, name]);

	it('sends each item with its own account, with one token for each account', async () => {
		const { credentialId, workflowId } = await store(ORDER.map(itemOf), echo);
		const execution = await n8n.run(workflowId);
		expect(errorOf(execution, 'Node')?.message).toBeUndefined();
		expect(await senders()).toEqual(wanted);
		expect(accountsIn(itemsOf(execution, 'Node'))).toEqual(ORDER);
		expect(await minted()).toEqual(mints);
		// n8n stores tokens with the credential, and has to leave the expressions in it.
		expect((await n8n.getCredential(credentialId)).data).toMatchObject(fields);

		const again = await n8n.run(workflowId);
		expect(accountsIn(itemsOf(again, 'Node'))).toEqual(ORDER);
		expect(await minted()).toEqual(mints);
	});

	if (hasToken) {
		it('sends an item again with its own account where the token was refused', async () => {
			const { workflowId } = await store(ORDER.map(itemOf), echo);
			await n8n.run(workflowId);
			await simulator.revoke(provider);
			const execution = await n8n.run(workflowId);
			expect(errorOf(execution, 'Node')?.message).toBeUndefined();
			expect(accountsIn(itemsOf(execution, 'Node'))).toEqual(ORDER);
			expect(await senders()).toEqual(wanted.flatMap((each) => [each, each]));
			expect(await minted()).toEqual(mints.flatMap((each) => [each, each]));
		});
	}

	it('an item whose expression gives nothing fails alone, and nothing is sent for it', async () => {
		const items = [itemOf('A'), {}, itemOf('B')];
		const { workflowId } = await store(items, echo, { onError: 'continueRegularOutput' });
		const outputs = itemsOf(await n8n.run(workflowId), 'Node');
		expect(outputs[1]).toEqual({ error: `${label} is empty` });
		expect(accountsIn([outputs[0], outputs[2]])).toEqual(['A', 'B']);
		expect(await senders()).toEqual([
			['/api/echo?item=0', 'A'],
			['/api/echo?item=2', 'B'],
		]);
	});

	if (own) {
		it('puts out what belongs to the account of the item', async () => {
			const { workflowId } = await store(ORDER.map(itemOf), own.parameters);
			const execution = await n8n.run(workflowId);
			expect(errorOf(execution, 'Node')?.message).toBeUndefined();
			const values = itemsOf(execution, 'Node').map((item) => item[own.field]);
			expect(values).toEqual(ORDER.flatMap((name) => own.values(keyOf(name))));
		});
	}
});

function accountsIn(items: Array<Record<string, unknown>>): unknown[] {
	return items.map(({ headers }) => (headers as Record<string, unknown>)?.[ACCOUNT_HEADER]);
}

/** Puts a Code node between trigger and node. */
function withItems(workflow: Workflow, items: object[]): Workflow {
	const [{ name: trigger }, { name: node }] = workflow.nodes;
	const code = { name: 'Items', type: 'n8n-nodes-base.code', typeVersion: 2 };
	const json = items.map((each) => ({ json: each }));
	const parameters = { jsCode: `return ${JSON.stringify(json)};` };
	const to = (next: string) => ({ main: [[{ node: next, type: 'main', index: 0 }]] });
	return {
		...workflow,
		nodes: [...workflow.nodes, { ...code, parameters, position: [110, 0] }],
		connections: { [trigger]: to('Items'), Items: to(node) },
	};
}
