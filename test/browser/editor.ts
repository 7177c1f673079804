import type { Locator, Page } from 'playwright-core';
import type { Client } from '../e2e/harness/client';
import type { Workflow } from '../e2e/harness/workflow';
import { WIDE_WINDOW, WINDOW, type Visit } from './chromium';

const NODE = /^canvas-(default|trigger)-node$/;

/** Stores a workflow and opens it; returns its id. */
export async function openWorkflow(
	{ page, url }: Visit,
	client: Client,
	workflow: Workflow,
): Promise<string> {
	await page.setViewportSize(WINDOW);
	const { id } = await client.createWorkflow(workflow);
	await page.goto(`${url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId(NODE).first().waitFor();
	return id;
}

/** A node on the canvas, with its name and subtitle. */
export function nodeOnCanvas(page: Page, name: string): Locator {
	return page.getByTestId(NODE).filter({ hasText: name });
}

/** Opens a node as a double click does; returns its view. */
export async function openNode(page: Page, name: string): Promise<Locator> {
	await page.setViewportSize(WIDE_WINDOW);
	await page.getByTestId('zoom-to-fit').click();
	await nodeOnCanvas(page, name).dblclick();
	const view = page.getByTestId('ndv');
	await view.waitFor();
	return view;
}

/** The box of a parameter in an open node. */
export function parameter(page: Page, label: string): Locator {
	const named = page.getByText(label, { exact: true });
	return page.getByTestId('parameter-item').filter({ has: named });
}

/** What can be chosen for a parameter. Leaves the list open. */
export async function choicesOf(page: Page, label: string): Promise<Locator> {
	await parameter(page, label).locator('input').first().click();
	const choices = page.getByRole('option').filter({ visible: true });
	await choices.first().waitFor();
	return choices;
}

/** Opens the node panel and searches it; the entries that are found. */
export async function searchNodes(page: Page, text: string): Promise<Locator> {
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').fill(text);
	return page.getByTestId('item-iterator-item');
}

/** Closes the node panel, by a click beside it. */
export async function closePanel(page: Page): Promise<void> {
	await page.mouse.click(200, 300);
	await page.getByTestId('node-creator').waitFor({ state: 'hidden' });
}

/** The entry of the panel with exactly this name. */
export function entry(page: Page, name: string): Locator {
	const named = page.getByTestId('node-creator-item-name').getByText(name, { exact: true });
	return page.getByTestId('item-iterator-item').filter({ has: named });
}
