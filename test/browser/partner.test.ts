import type { Locator } from 'playwright-core';
import { partnerCredentials } from '../e2e/harness/accounts';
import type { Client } from '../e2e/harness/client';
import { client, running, simulator } from '../e2e/running';
import { workflowWith } from '../e2e/workflows';
import { visit, type Visit } from './chromium';
import {
	fieldOf,
	fieldTexts,
	openChoices,
	openCredential,
	showWhole,
	TESTED,
} from './credential-dialog';
import { openNode, openWorkflow } from './editor';
import { cutTexts, internalNames } from './legible';
import { picture } from './picture';

let n8n: Client;
let editor: Visit;
beforeAll(async () => {
	n8n = await client();
	editor = await visit(running().n8n.url);
});
afterAll(async () => await editor.close());
beforeEach(async () => await simulator.reset());

const account = (name: string) =>
	partnerCredentials(running().urls).find(({ provider }) => provider === name)!;
const CUSTOM = {
	scheme: 'custom',
	secret: 'a-secret-of-mine',
	signedText: '{timestamp}{method}{pathAndQuery}{body}',
};

async function opened(data: Record<string, unknown>): Promise<Locator> {
	const { id } = await n8n.createCredential('Partner API account', 'partnerApi', data);
	const dialog = await openCredential(editor, id);
	await dialog.getByText(TESTED).waitFor();
	return dialog;
}

async function expectLegible(place: Locator): Promise<void> {
	expect(await cutTexts(place)).toEqual([]);
	expect(await internalNames(place)).toEqual([]);
}

const labelsOf = async (dialog: Locator) =>
	(await fieldTexts(dialog)).map((text) => text.split(' *')[0]);

it('a preset shows what its partner gives out, and that it works', async () => {
	const dialog = await opened(account('snap').data);
	const labels = await labelsOf(dialog);
	expect(labels.slice(0, 3)).toEqual(['Scheme', 'Base URL', expect.stringMatching(/^Client ID/)]);
	expect(labels.join()).not.toContain('Text to Sign');
	await showWhole(dialog);
	await expectLegible(dialog);
	await picture(dialog, 'credential-partner-preset');
});

it('Custom shows its fields in the order in which a partner explains them', async () => {
	const dialog = await opened({ ...CUSTOM, baseUrl: running().urls.exchange });
	const labels = (await fieldTexts(dialog)).join('\n');
	const order = ['Scheme', 'Base URL', 'ID', 'Secret', 'Get a Token First', 'Text to Sign'];
	const places = [...order, 'Algorithm', 'Add to Each Request'].map((label) =>
		labels.search(new RegExp(`^${label}`, 'm')),
	);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(Math.min(...places)).toBe(0);
	await showWhole(dialog);
	await expectLegible(dialog);
});

it('the list of schemes can be read', async () => {
	const dialog = await opened({ ...CUSTOM, baseUrl: running().urls.exchange });
	const choices = await openChoices(editor.page, fieldOf(dialog, 'Scheme'));
	expect((await choices.allInnerTexts()).length).toBeGreaterThan(30);
	for (const choice of await choices.all()) expect(await cutTexts(choice)).toEqual([]);
});

it('Preview shows what is signed as a table', async () => {
	const { page } = editor;
	const { type, data, name } = account('exchange');
	const { id } = await n8n.createCredential(name, type, data);
	const workflow = workflowWith({
		type: 'n8n-nodes-partner-apis.partner',
		typeVersion: 1,
		parameters: { resource: 'signature', operation: 'preview', path: '/v1/orders?page=2' },
		credentials: { [type]: { id, name } },
	});
	await openWorkflow(editor, n8n, workflow);
	const view = await openNode(page, 'Node');
	await page.getByTestId('node-execute-button').click();
	const output = view.getByTestId('output-panel');
	await output.getByText('X-Sign').first().waitFor();
	expect(await output.innerText()).not.toContain(String(data.secret));
	await picture(view, 'partner-preview');
});
