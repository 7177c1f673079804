import type { Client } from '../e2e/harness/client';
import { client, running } from '../e2e/running';
import { TALL_WINDOW, visit, WINDOW, type Visit } from './chromium';
import { closePanel, entry, openWorkflow, searchNodes } from './editor';
import { contrastOf, cutTexts, internalNames } from './legible';
import { picture } from './picture';
import { LISTED } from './providers';
import { EMPTY } from './workflows';

/** WCAG 2.2, success criterion 1.4.11. */
const LEAST_CONTRAST = 3;
const ALSO = LISTED.flatMap(({ node, alsoBy = [] }) => alsoBy.map((search) => ({ node, search })));

describe.each(['light', 'dark'] as const)('The node panel, %s', (theme) => {
	let n8n: Client;
	let editor: Visit;
	beforeAll(async () => {
		n8n = await client();
		editor = await visit(running().n8n.url, theme);
		await openWorkflow(editor, n8n, EMPTY);
	});
	afterAll(async () => await editor.close());
	afterEach(async () => await closePanel(editor.page));

	it.each(LISTED)('finds $node by "$search", with an icon to be seen', async (listed) => {
		const { page } = editor;
		await searchNodes(page, listed.search);
		const icon = entry(page, listed.node).locator('img').first();
		await icon.waitFor();
		const file = theme === 'dark' ? `${listed.icon}.dark.svg` : `${listed.icon}.svg`;
		expect(await icon.getAttribute('src')).toMatch(new RegExp(`/${file}$`));
		expect(await contrastOf(icon)).toBeGreaterThan(LEAST_CONTRAST);
		if (listed.further) await entry(page, listed.further).waitFor();
		expect(await entry(page, listed.node).innerText()).toContain(listed.text);
		const panel = page.getByTestId('node-creator');
		expect(await cutTexts(panel)).toEqual([]);
		expect(await internalNames(panel)).toEqual([]);
		await picture(panel, `search-${listed.icon}-${theme}`);
	});
});

describe('The node panel', () => {
	let n8n: Client;
	let editor: Visit;
	beforeAll(async () => {
		n8n = await client();
		editor = await visit(running().n8n.url);
		await openWorkflow(editor, n8n, EMPTY);
	});
	afterAll(async () => await editor.close());
	afterEach(async () => await closePanel(editor.page));

	it.each(ALSO)('shows $node for "$search" without scrolling', async ({ node, search }) => {
		const { page } = editor;
		await searchNodes(page, search);
		const found = entry(page, node);
		await found.waitFor();
		const { y, height } = (await found.boundingBox())!;
		expect(y + height).toBeLessThan(WINDOW.height);
		expect(await cutTexts(found)).toEqual([]);
		expect(await internalNames(found)).toEqual([]);
	});

	it.each(LISTED)('offers the actions and triggers of $node', async (listed) => {
		const { page } = editor;
		await searchNodes(page, listed.search);
		await entry(page, listed.node).click();
		const panel = page.getByTestId('node-creator');
		await panel.getByText(/^Actions \(\d+\)$/).waitFor();
		// A long list is drawn bit by bit.
		for (const action of listed.actions) {
			await panel.getByText(action, { exact: true }).first().waitFor();
		}
		expect(await cutTexts(panel)).toEqual([]);
		expect(await internalNames(panel)).toEqual([]);
		if (listed.icon === 'netzme') {
			await page.setViewportSize(TALL_WINDOW);
			await picture(panel, 'node-panel');
			await page.setViewportSize(WINDOW);
		}

		if (listed.triggers.length === 0) return;
		await panel.getByText(/^Triggers \(\d+\)$/).click();
		await panel.getByText(listed.triggers[0], { exact: true }).waitFor();
		const triggers = await panel.innerText();
		for (const trigger of listed.triggers) expect(triggers).toContain(trigger);
		expect(await cutTexts(panel)).toEqual([]);
		expect(await internalNames(panel)).toEqual([]);
	});
});
