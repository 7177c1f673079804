import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { credentialsFor, type ProviderCredential } from '../test/e2e/harness/accounts';
import { connect, OWNER, type Client } from '../test/e2e/harness/client';
import { startN8n } from '../test/e2e/harness/n8n';
import { packPackage } from '../test/e2e/harness/pack';
import { ROOT } from '../test/e2e/harness/paths';
import { attachCredentials, type Workflow } from '../test/e2e/harness/workflow';
import { startSimulator } from '../test/simulator';

/** Takes the pictures of the README: a real n8n in a temporary folder, Debian's Chromium. */
const IMAGES = join(ROOT, 'docs', 'images');
const CHROMIUM = '/usr/bin/chromium';
const CHROMIUM_SWITCHES = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const WINDOW = { width: 1280, height: 860 };
/** High enough for the longest credential form. */
const TALL_WINDOW = { width: 1280, height: 1700 };
/** Wide enough for an output table. */
const WIDE_WINDOW = { width: 1560, height: 640 };
/** What lies half over the edge of a picture, or over its content. */
const HIDDEN = '[data-test-id="floating-node"], .el-notification { visibility: hidden !important }';
const WAIT_IN_MS = 120_000;
/** Fonts, fading and tooltips have settled by then. */
const SETTLE_IN_MS = 1_500;
const MOST_BYTES = 150_000;
const DIALOG = 'editCredential-modal';
const FORM = 'node-credentials-config-container';
const TESTED = 'Connection tested successfully';
const FAILED = /Couldn.t connect with these settings/;

/** What a picture needs: the page, logged in, and n8n to put things into. */
interface Studio {
	page: Page;
	client: Client;
	url: string;
}

main().catch((error: Error) => {
	console.error(error.stack ?? error.message);
	process.exitCode = 1;
});

async function main(): Promise<void> {
	selectors.setTestIdAttribute('data-test-id');
	mkdirSync(IMAGES, { recursive: true });
	const tarball = await packPackage();
	const simulator = await startSimulator();
	const n8n = await startN8n({ tarball }).catch(async (error: Error) => {
		await simulator.stop();
		throw error;
	});
	let browser: Browser | undefined;
	try {
		const client = await connect(n8n);
		browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_SWITCHES });
		const page = await openPage(browser, n8n.url);
		await takePictures({ page, client, url: n8n.url }, credentialsFor(simulator.urls));
	} finally {
		await browser?.close();
		await n8n.remove();
		await simulator.stop();
	}
}

async function openPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: WINDOW, colorScheme: 'light' });
	context.setDefaultTimeout(WAIT_IN_MS);
	const { hostname } = new URL(url);
	await context.route(
		(target) => target.hostname !== hostname,
		async (route) => await route.abort(),
	);
	const login = await context.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: OWNER.email, password: OWNER.password },
	});
	if (!login.ok()) throw new Error(`The login answered ${login.status()}.`);
	return await context.newPage();
}

async function takePictures(studio: Studio, credentials: ProviderCredential[]): Promise<void> {
	const stored = [];
	for (const credential of credentials) {
		const { provider, title, type, data } = credential;
		const name = `${title} account`;
		const { id } = await studio.client.createCredential(name, type, data);
		stored.push({ id, name, type });
		await pictureOfCredential(studio, id, TESTED, `credential-${provider}`);
	}
	const { type, data } = credentials.find(({ provider }) => provider === 'netzme')!;
	const wrong = await studio.client.createCredential('Netzme, wrong secret', type, {
		...data,
		clientSecret: 'not-the-secret',
	});
	await pictureOfCredential(studio, wrong.id, FAILED, 'credential-wrong-secret');

	const sasom = attachCredentials(example('sasom-processing-orders'), stored);
	await openWorkflow(studio, sasom);
	await pictureOfNodePanel(studio, 'netzme', 'node-panel');
	await openWorkflow(studio, sasom);
	await pictureOfRun(studio, 'workflow-sasom');
	await pictureOfNode(studio, 'Get orders', 'node-sasom');

	const netzme = attachCredentials(example('netzme-balance'), [wrong]);
	await openWorkflow(studio, netzme);
	await openNode(studio.page, 'Get balance');
	await studio.page.getByTestId('node-execute-button').click();
	await studio.page.getByTestId('output-panel').getByText('Error details').waitFor();
	await save(studio.page, studio.page.getByTestId('ndv'), 'node-error');
}

/** The whole form, as a person sees it by scrolling. n8n tests a credential when it is opened. */
async function pictureOfCredential(
	{ page, url }: Studio,
	id: string,
	outcome: string | RegExp,
	name: string,
): Promise<void> {
	await page.setViewportSize(TALL_WINDOW);
	await page.goto(`${url}/home/credentials/${id}`, { waitUntil: 'domcontentloaded' });
	const dialog = page.getByTestId(DIALOG);
	await dialog.getByText(outcome).waitFor();
	const details = dialog.getByText('More details');
	if (await details.isVisible()) await details.click();
	const content = await page.getByTestId(FORM).evaluate(({ scrollHeight }) => scrollHeight);
	await dialog.evaluate(
		(element, height) => {
			Object.assign(element.style, { height, maxHeight: height });
		},
		`${content + 140}px`,
	);
	await save(page, dialog, name);
}

async function openWorkflow({ page, client, url }: Studio, workflow: Workflow): Promise<void> {
	await page.setViewportSize(WINDOW);
	const { id } = await client.createWorkflow(workflow);
	await page.goto(`${url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId('canvas-default-node').first().waitFor();
}

/** The node found by its name, opened on its actions. */
async function pictureOfNodePanel({ page }: Studio, search: string, name: string): Promise<void> {
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').fill(search);
	await page
		.getByTestId('item-iterator-item')
		.filter({ hasText: new RegExp(search, 'i') })
		.click();
	await page.getByText(/^Actions \(\d+\)$/).waitFor();
	await save(page, page.getByTestId('node-creator'), name);
}

async function pictureOfRun({ page }: Studio, name: string): Promise<void> {
	await page.getByTestId('execute-workflow-button').click();
	const nodes = await page.getByTestId('canvas-default-node').count();
	await page.getByTestId('canvas-node-status-success').nth(nodes).waitFor();
	await page.getByText('Workflow executed successfully').waitFor();
	await save(page, page.locator('body'), name);
}

async function pictureOfNode({ page }: Studio, node: string, name: string): Promise<void> {
	await openNode(page, node);
	await page.getByTestId('output-panel').getByRole('table').waitFor();
	await save(page, page.getByTestId('ndv'), name);
}

async function openNode(page: Page, node: string): Promise<void> {
	await page.setViewportSize(WIDE_WINDOW);
	await page.getByTestId('zoom-to-fit').click();
	await page.getByTestId('canvas-default-node').filter({ hasText: node }).dblclick();
	await page.getByTestId('output-panel').waitFor();
}

async function save(page: Page, target: Locator, name: string): Promise<void> {
	await page.mouse.move(0, 0);
	await page.waitForTimeout(SETTLE_IN_MS);
	const path = join(IMAGES, `${name}.png`);
	await target.screenshot({ path, style: HIDDEN });
	const { size } = statSync(path);
	if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes: more than ${MOST_BYTES}.`);
	console.log(`${name}.png, ${Math.round(size / 1000)} KB`);
}

function example(name: string): Workflow {
	return JSON.parse(readFileSync(join(ROOT, 'examples', `${name}.json`), 'utf8')) as Workflow;
}
