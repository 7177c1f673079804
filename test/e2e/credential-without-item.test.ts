import type { Client } from './harness/client';
import { accountOf, notifiedWorkflow, publishTrigger, refused } from './notified';
import { NOTIFIERS } from './notifiers';
import { polledWorkflow } from './polled';
import { client, simulator } from './running';

/**
 * A trigger with a credential whose account an item would have to name: there is none yet, and n8n
 * cannot evaluate the expressions (n8n/dist/credentials-helper.js, `applyDefaultsAndOverwrites`).
 */
const KEY = '={{ $json.key }}';
const SECRET = '={{ $json.secret }}';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
beforeEach(async () => await simulator.reset());

it('SASOM Trigger: test and publication fail with the name of the field, nothing is sent', async () => {
	const { name, type, data } = accountOf('sasom', { apiKey: KEY, apiSecret: SECRET });
	const { id } = await n8n.createCredential(name, type, data);
	const workflow = polledWorkflow('sasomTrigger', {}, { [type]: { id, name } });
	const { id: workflowId } = await n8n.createWorkflow(workflow);
	const { status, error } = await n8n.run(workflowId, 'Trigger');
	expect({ status, message: error?.message }).toEqual({
		status: 'error',
		message: expect.stringContaining('API Key') as string,
	});
	await expect(n8n.activate(workflowId)).rejects.toThrow('API Key');
	expect(await simulator.log('sasom')).toEqual([]);
});

it.each<[string, 'pledg' | 'su', Record<string, string>, string]>([
	['pledgTrigger', 'pledg', { merchantSecretKey: SECRET }, 'Merchant Secret Key'],
	['suTrigger', 'su', { pushUser: KEY, pushPassword: SECRET }, 'Push User'],
])(
	'%s: the publication fails with the name of the field',
	async (node, provider, fields, label) => {
		const workflow = await notifiedWorkflow(n8n, node, accountOf(provider, fields));
		const { id } = await n8n.createWorkflow(workflow);
		await expect(n8n.activate(id)).rejects.toThrow(label);
	},
);

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
