import { credentialsFor } from '../e2e/harness/accounts';
import type { Client } from '../e2e/harness/client';
import { attachCredentials } from '../e2e/harness/workflow';
import { client, running, simulator } from '../e2e/running';
import { workflowWith } from '../e2e/workflows';
import { visit, type Visit } from './chromium';
import { choicesOf, nodeOnCanvas, openNode, openWorkflow, parameter } from './editor';
import { cutTexts, internalNames } from './legible';
import { picture } from './picture';
import { example } from './workflows';

/** n8n adds it to every node with a credential; it leads to the HTTP Request node. */
const NOT_OURS = 'Custom API Call';
/** With the subtitle of the operation that a new node has. */
const NODES = [
	{ name: 'sasom', subtitle: 'Get processing orders' },
	{ name: 'pledg', subtitle: 'Simulate a payment schedule' },
	{ name: 'su', subtitle: 'Get many properties' },
	{ name: 'guestlineCheckout', subtitle: 'Create a payment session' },
	{ name: 'netzme', subtitle: 'Get a balance' },
];

let n8n: Client;
let editor: Visit;
let stored: Array<{ id: string; name: string; type: string }>;
beforeAll(async () => {
	n8n = await client();
	stored = await Promise.all(
		credentialsFor(running().urls).map(
			async ({ title, type, data }) => await n8n.createCredential(`${title} account`, type, data),
		),
	);
	editor = await visit(running().n8n.url);
});
afterAll(async () => await editor.close());
beforeEach(async () => await simulator.reset());

it('a run shows what each node does, and its items as a table', async () => {
	const { page } = editor;
	const workflow = attachCredentials(example('sasom-processing-orders'), stored);
	await openWorkflow(editor, n8n, workflow);
	const node = nodeOnCanvas(page, 'Get orders');
	expect(await node.innerText()).toContain('Get processing orders');
	expect(await cutTexts(node)).toEqual([]);
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor();
	await page.getByTestId('canvas-node-status-success').nth(2).waitFor();
	await picture(page.locator('body'), 'workflow-sasom');

	const view = await openNode(page, 'Get orders');
	const table = view.getByTestId('output-panel').getByRole('table');
	await table.waitFor();
	const rows = await table.getByRole('row').allInnerTexts();
	expect(rows.map((row) => row.split(/\s*\t\s*/).slice(0, 2))).toEqual([
		['order_id', 'sku'],
		['processing_1', 'SKU-0'],
		['processing_2', 'SKU-1'],
		['processing_3', 'SKU-2'],
	]);
	expect(await cutTexts(view)).toEqual([]);
	await picture(view, 'node-sasom');
});

it('a failure shows what happened and what to do', async () => {
	const { page } = editor;
	const { type, data } = credentialsFor(running().urls).find(
		({ provider }) => provider === 'netzme',
	)!;
	const wrong = await n8n.createCredential('Netzme, wrong secret', type, {
		...data,
		clientSecret: 'not-the-secret',
	});
	await openWorkflow(editor, n8n, attachCredentials(example('netzme-balance'), [wrong]));
	const view = await openNode(page, 'Get balance');
	await page.getByTestId('node-execute-button').click();
	const output = view.getByTestId('output-panel');
	await output.getByText('Error details').waitFor();
	const texts = await output.innerText();
	expect(texts).toContain('Netzme gave no access token. Check Client ID, Client Secret');
	expect(texts).toContain('They must belong to the chosen environment.');
	expect(texts).not.toContain('not-the-secret');
	expect(await internalNames(output)).toEqual([]);
	expect(await cutTexts(output)).toEqual([]);
	await picture(view, 'node-error');
});

it.each(NODES)('$name: every resource and operation is legible', async ({ name, subtitle }) => {
	const { page } = editor;
	const type = `n8n-nodes-partner-apis.${name}`;
	const { credentials: [{ name: credentialType } = { name: '' }] = [] } = (
		await n8n.nodeTypes()
	).find((each) => each.name === type) as unknown as { credentials: Array<{ name: string }> };
	const credential = stored.find((each) => each.type === credentialType)!;
	const workflow = workflowWith({
		type,
		typeVersion: 1,
		parameters: {},
		credentials: { [credentialType]: credential },
	});
	await openWorkflow(editor, n8n, workflow);
	expect(await nodeOnCanvas(page, 'Node').innerText()).toContain(subtitle);
	const view = await openNode(page, 'Node');
	const form = view.getByTestId('node-parameters');

	for (const resource of await namesOf('Resource')) {
		await choose('Resource', resource);
		for (const operation of await namesOf('Operation')) {
			await choose('Operation', operation);
			await expectChosen('Operation', operation);
			const seen = { resource, operation };
			expect({ ...seen, cut: await cutTexts(form) }).toEqual({ ...seen, cut: [] });
			expect({ ...seen, internal: await internalNames(form) }).toEqual({ ...seen, internal: [] });
		}
	}

	async function namesOf(label: string): Promise<string[]> {
		const choices = await choicesOf(page, label);
		const names = await choices.locator('.option-headline').allInnerTexts();
		await page.keyboard.press('Escape');
		return names.filter((name) => name !== NOT_OURS);
	}
	async function choose(label: string, option: string): Promise<void> {
		const choices = await choicesOf(page, label);
		const headline = page.locator('.option-headline').getByText(option, { exact: true });
		await choices.filter({ has: headline }).click();
	}
	async function expectChosen(label: string, option: string): Promise<void> {
		expect(await parameter(page, label).locator('input').first().inputValue()).toBe(option);
	}
});
