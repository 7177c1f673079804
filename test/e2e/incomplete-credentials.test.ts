import type { Client } from './harness/client';
import { accountOf, notifiedWorkflow, publishTrigger, refused } from './notified';
import { NOTIFIERS } from './notifiers';
import { polledWorkflow } from './polled';
import { client, simulator } from './running';

/**
 * Triggers with a credential in which a field is missing, or whose account an item would have to
 * name: there is none yet, and n8n cannot evaluate the expressions
 * (n8n/dist/credentials-helper.js, `applyDefaultsAndOverwrites`).
 */
const KEY = '={{ $json.key }}';
const SECRET = '={{ $json.secret }}';

interface Unpublished {
	node: string;
	provider: 'sasom' | 'pledg' | 'su';
	fields: Record<string, string>;
	says: string;
}
const SASOM: Unpublished = {
	node: 'sasomTrigger',
	provider: 'sasom',
	fields: { apiKey: KEY, apiSecret: SECRET },
	says: 'API Key',
};
const UNPUBLISHED: Unpublished[] = [
	SASOM,
	{
		node: 'pledgTrigger',
		provider: 'pledg',
		fields: { merchantSecretKey: SECRET },
		says: 'Merchant Secret Key',
	},
	{
		node: 'pledgTrigger',
		provider: 'pledg',
		fields: { merchantSecretKey: '' },
		says: 'Merchant Secret Key is empty',
	},
	{
		node: 'suTrigger',
		provider: 'su',
		fields: { pushUser: KEY, pushPassword: SECRET },
		says: 'Push User',
	},
	{
		node: 'suTrigger',
		provider: 'su',
		fields: { pushPassword: '' },
		says: 'Push Password is empty',
	},
];

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
beforeEach(async () => await simulator.reset());

async function workflowOf({ node, provider, fields }: Unpublished) {
	const account = accountOf(provider, fields);
	if (provider !== 'sasom') return await notifiedWorkflow(n8n, node, account);
	const { name, type, data } = account;
	const { id } = await n8n.createCredential(name, type, data);
	return polledWorkflow(node, {}, { [type]: { id, name } });
}

describe('The publication fails with the name of the field, and nothing is sent', () => {
	const failures = new Map<Unpublished, Error>();
	let sent: unknown[];
	beforeAll(async () => {
		await simulator.reset();
		// n8n tries five times, which takes 15 seconds, and takes five workflows at once.
		const publications = UNPUBLISHED.map(async (each) => {
			const { id } = await n8n.createWorkflow(await workflowOf(each));
			await n8n.activate(id).catch((error: Error) => failures.set(each, error));
		});
		await Promise.all(publications);
		sent = await simulator.log();
	});

	it.each(UNPUBLISHED)('$node with $fields', (each) => {
		expect(failures.get(each)?.message).toContain(each.says);
		expect(sent).toEqual([]);
	});
});

it('SASOM Trigger: a test in the editor fails with the name of the field, nothing is sent', async () => {
	const { id } = await n8n.createWorkflow(await workflowOf(SASOM));
	const { status, error } = await n8n.run(id, 'Trigger');
	expect({ status, message: error?.message }).toEqual({
		status: 'error',
		message: expect.stringContaining(SASOM.says) as string,
	});
	expect(await simulator.log('sasom')).toEqual([]);
});

it('netzmeTrigger: a notification is to come again, and the log has the name of the field', async () => {
	const account = accountOf('netzme', { clientId: KEY, clientSecret: SECRET });
	const trigger = await publishTrigger(n8n, 'netzmeTrigger', account);
	const { notifications } = NOTIFIERS.find(({ provider }) => provider === 'netzme')!;
	const [sending] = await notifications(1, simulator.act);
	const { answer, lines } = await refused(trigger, sending);
	expect(answer.status).toBe(503);
	expect(lines.join()).toContain('Client ID');
	expect(await n8n.executions(trigger.workflowId)).toEqual([]);
	expect(await simulator.log('netzme')).toEqual([]);
});
