import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsFor } from './harness/accounts';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { ROOT } from './harness/paths';
import { attachCredentials, credentialTypesOf, type Workflow } from './harness/workflow';
import { client, running } from './running';

const EXAMPLES = join(ROOT, 'examples');
const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as Workflow;

let n8n: Client;
let stored: Array<{ id: string; name: string; type: string }>;
beforeAll(async () => {
	n8n = await client();
	stored = await Promise.all(
		credentialsFor(running().urls).map(
			async ({ name, type, data }) => await n8n.createCredential(name, type, data),
		),
	);
});

it('has one for every provider', () => {
	const types = new Set(files.flatMap((file) => credentialTypesOf(read(file))));
	expect([...types].sort()).toEqual(stored.map(({ type }) => type).sort());
});

it.each(files)('%s runs to its end, with output, and says what to change', async (file) => {
	const workflow = read(file);
	const { id } = await n8n.createWorkflow(attachCredentials(workflow, stored));
	const execution = await n8n.run(id);
	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
	const last = String(execution.data.resultData.lastNodeExecuted);
	const [first] = itemsOf(execution, last);
	expect(Object.values(first).every((value) => value !== '' && value !== null)).toBe(true);
	expect(JSON.stringify(first)).not.toContain('undefined');
	const note = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
	expect(note?.parameters.content).toContain('To change:');
});
