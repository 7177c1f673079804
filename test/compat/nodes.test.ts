import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../e2e/harness/client';
import { itemsOf } from '../e2e/harness/execution';
import { ROOT } from '../e2e/harness/paths';
import { attachCredentials, type Workflow } from '../e2e/harness/workflow';
import { accountOf } from '../e2e/notified';
import { client, simulator } from '../e2e/running';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
	await simulator.reset();
});

const containing = (text: string): unknown => expect.stringContaining(text);

it.each([
	['sasom', 'sasom-processing-orders', { order: containing('"order_id":"processing_1"') }],
	['pledg', 'pledg-payment-schedule', { schedule: containing(': 68.68 EUR') }],
	['su', 'su-properties', { property: 'TEST0001: Hotel TEST0001' }],
	[
		'guestline',
		'guestline-session-link',
		{ text: containing('https://checkout.guestline.example/ses_1') },
	],
	['netzme', 'netzme-balance', { balance: 'IDR 58532500.00' }],
] as const)('%s: the example %s runs', async (provider, example, first) => {
	const { name, type, data } = accountOf(provider);
	const credential = await n8n.createCredential(name, type, data);
	const file = join(ROOT, 'examples', `${example}.json`);
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const { id } = await n8n.createWorkflow(attachCredentials(workflow, [credential]));
	const execution = await n8n.run(id);
	expect(execution.error).toBeUndefined();
	const last = String(execution.data.resultData.lastNodeExecuted);
	expect(itemsOf(execution, last)[0]).toMatchObject(first);
});
