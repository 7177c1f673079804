import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsFor, type ProviderCredential } from '../e2e/harness/accounts';
import { connect, type Client } from '../e2e/harness/client';
import { startN8n, type N8nProcess } from '../e2e/harness/n8n';
import { packPackage } from '../e2e/harness/pack';
import { ROOT } from '../e2e/harness/paths';
import { attachCredentials } from '../e2e/harness/workflow';
import { startSimulator, type Simulator } from '../simulator';
import { visit, WIDE_WINDOW, WINDOW, type Visit } from './chromium';
import { fieldOf, TESTED, type } from './credential-dialog';
import { entry, parameter, searchNodes } from './editor';
import { startRegistry, type Registry } from './registry';
import { example } from './workflows';

const PACKAGE = 'n8n-nodes-partner-apis';
/** Nothing has been published yet: the same tree stands for a previous version. */
const PREVIOUS = '0.0.9';
const { version: CURRENT } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	version: string;
};
/** Installing runs npm twice. */
const INSTALLED_WITHIN_MS = 120_000;

/** One for each provider whose workflow is not built by clicking. */
const EXAMPLES = [
	'pledg-payment-schedule',
	'su-properties',
	'guestline-session-link',
	'netzme-balance',
];

let simulator: Simulator;
let registry: Registry;
let n8n: N8nProcess;
let client: Client;
let editor: Visit;
let tarball: string;
let clicked: string;
const imported: string[] = [];

beforeAll(async () => {
	tarball = await packPackage();
	simulator = await startSimulator();
	registry = await startRegistry();
	await registry.publish(tarball, PREVIOUS);
	n8n = await startN8n({ env: registry.env });
	client = await connect(n8n);
	editor = await visit(n8n.url);
});
afterAll(async () => {
	await editor?.close();
	await n8n?.remove();
	await registry?.stop();
	await simulator?.stop();
});

const accounts = () => credentialsFor(simulator.urls);
const account = (provider: ProviderCredential['provider']) =>
	accounts().find((each) => each.provider === provider)!;

const card = () => editor.page.getByTestId('community-package-card');

it('a fresh n8n does not know the nodes', async () => {
	const { page } = editor;
	await page.goto(`${n8n.url}/workflow/new`, { waitUntil: 'domcontentloaded' });
	await searchNodes(page, 'guestline');
	await page.getByTestId('node-creator-no-results').waitFor();
});

it('the page "Community nodes" installs the package', async () => {
	const { page } = editor;
	await page.setViewportSize(WINDOW);
	await page.goto(`${n8n.url}/settings/community-nodes`, { waitUntil: 'domcontentloaded' });
	await page.getByRole('button', { name: 'Install a community node' }).click();
	await page.getByTestId('package-name-input').fill(PACKAGE);
	await page.getByTestId('user-agreement-checkbox').click();
	await page.getByTestId('install-community-package-button').click();
	await card().getByText(PACKAGE, { exact: true }).waitFor({ timeout: INSTALLED_WITHIN_MS });
	const seen = await card().innerText();
	expect(seen).toContain(`v${PREVIOUS}`);
	for (const node of ['SASOM', 'Pledg Trigger', 'Su', 'Guestline Checkout', 'Netzme Trigger']) {
		expect(seen).toContain(node);
	}
});

it('a credential is filled in by hand, and works', async () => {
	const { page } = editor;
	const { data } = account('sasom');
	await page.goto(`${n8n.url}/home/credentials`, { waitUntil: 'domcontentloaded' });
	// Above the list, and in it as long as it is empty.
	await page
		.getByRole('button', { name: /^(Add first|Create) credential$/ })
		.first()
		.click();
	await page.getByTestId('new-credential-type-select').locator('input').fill('sasom');
	await page.getByRole('option').filter({ hasText: 'SASOM API' }).click();
	await page.getByTestId('new-credential-type-button').click();
	const dialog = page.getByTestId('editCredential-modal');
	await type(fieldOf(dialog, 'Base URL'), String(data.baseUrl));
	await type(fieldOf(dialog, 'API Key'), String(data.apiKey));
	await type(fieldOf(dialog, 'API Secret'), String(data.apiSecret));
	await dialog.getByTestId('credential-save-button').click();
	await dialog.getByText(TESTED).waitFor();
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'hidden' });
});

it('a workflow is built by clicking, and shows the orders', async () => {
	const { page } = editor;
	await page.setViewportSize(WIDE_WINDOW);
	await page.goto(`${n8n.url}/workflow/new`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId('canvas-add-button').click();
	await page.getByText('Trigger manually').click();
	await searchNodes(page, 'sasom');
	await entry(page, 'SASOM').click();
	await page.getByText('Get processing orders', { exact: true }).click();
	const view = page.getByTestId('ndv');
	await page.getByTestId('node-execute-button').click();
	const table = view.getByTestId('output-panel').getByRole('table');
	await table.getByText('processing_3').waitFor();
	expect(await parameter(page, 'Operation').locator('input').first().inputValue()).toBe(
		'Get Processing',
	);
	await page.keyboard.press('Escape');
	await page.waitForURL(/\/workflow\/(?!new)\w+/);
	clicked = /\/workflow\/(\w+)/.exec(page.url())![1];
});

it('the other providers work too', async () => {
	const stored = [];
	for (const { name, type: credentialType, data } of accounts()) {
		if (credentialType === 'sasomApi') continue;
		const { id } = await client.createCredential(name, credentialType, data);
		expect(await client.testCredential(id)).toMatchObject({ status: 'OK' });
		stored.push({ id, name, type: credentialType });
	}
	for (const name of EXAMPLES) {
		const { id } = await client.createWorkflow(attachCredentials(example(name), stored));
		imported.push(id);
		expect(await client.run(id)).toMatchObject({ status: 'success' });
	}
});

it('the page "Community nodes" updates the package', async () => {
	const { page } = editor;
	await registry.publish(tarball, CURRENT);
	await page.setViewportSize(WINDOW);
	await page.goto(`${n8n.url}/settings/community-nodes`, { waitUntil: 'domcontentloaded' });
	await card().getByRole('button', { name: 'Update' }).click();
	await page.getByRole('button', { name: 'Confirm update' }).click();
	await card().getByText(`v${CURRENT}`).waitFor({ timeout: INSTALLED_WITHIN_MS });
});

it('credentials and workflows go on after the update', async () => {
	const { page } = editor;
	for (const { id } of await client.listCredentials()) {
		expect(await client.testCredential(id)).toMatchObject({ status: 'OK' });
	}
	for (const id of imported) expect(await client.run(id)).toMatchObject({ status: 'success' });

	await page.goto(`${n8n.url}/workflow/${clicked}`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor();
	expect((await client.run(clicked)).status).toBe('success');
});

it('n8n asked nobody else for anything of the package', () => {
	expect(new Set(registry.refused)).toEqual(new Set(['api.n8n.io:443']));
});
