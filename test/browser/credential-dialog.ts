import type { Locator, Page } from 'playwright-core';
import { TALL_WINDOW, type Visit } from './chromium';

export const TESTED = 'Connection tested successfully';
export const FAILED = /Couldn.t connect with these settings/;
const FIELD = 'credential-connection-parameter';
const PAUSE_IN_MS = 1_000;
/** n8n's switch at each field, shown when the mouse is over it. */
const SWITCH = /\bFixed\s+Expression\b/;
/** Head and margins of the dialog. */
const FRAME_IN_PIXELS = 140;

/** The dialog of a stored credential. n8n tests a credential when it is opened. */
export async function openCredential({ page, url }: Visit, id: string): Promise<Locator> {
	await page.setViewportSize(TALL_WINDOW);
	await page.goto(`${url}/home/credentials/${id}`, { waitUntil: 'domcontentloaded' });
	const dialog = page.getByTestId('editCredential-modal');
	await dialog.getByTestId(FIELD).first().waitFor();
	return dialog;
}

/** What stands at each field, without what is in it: label, "*" where it is required, hint. */
export async function fieldTexts(dialog: Locator): Promise<string[]> {
	const texts = await dialog.getByTestId(FIELD).allInnerTexts();
	return texts.map((text) => text.replace(SWITCH, '').replace(/\s+/g, ' ').trim());
}

/** The box to type in, or to choose in, under a label. */
export function fieldOf(dialog: Locator, label: string): Locator {
	const named = dialog.page().getByText(new RegExp(`^${label}\\s*\\*?$`));
	return dialog.getByTestId(FIELD).filter({ has: named }).locator('input');
}

/** Types into a field, and waits until n8n, which waits for a pause, has taken it up. */
export async function type(field: Locator, text: string): Promise<void> {
	await field.fill(text);
	await field.press('Tab');
	await field.page().waitForTimeout(PAUSE_IN_MS);
}

/** The labels of all fields that show dots for what is in them. */
export async function maskedFields(dialog: Locator): Promise<string[]> {
	const masked = dialog
		.getByTestId(FIELD)
		.filter({ has: dialog.page().locator('[type=password]') });
	return (await masked.allInnerTexts()).map((text) => text.split('\n')[0].replace('*', '').trim());
}

/** Makes the dialog as high as its form, as a person sees it by scrolling. */
export async function showWhole(dialog: Locator): Promise<Locator> {
	const details = dialog.getByText('More details');
	if (await details.isVisible()) await details.click();
	const form = dialog.getByTestId('node-credentials-config-container');
	const content = await form.evaluate(({ scrollHeight }) => scrollHeight);
	await dialog.evaluate(
		(element, height) => {
			Object.assign(element.style, { height, maxHeight: height });
		},
		`${content + FRAME_IN_PIXELS}px`,
	);
	return dialog;
}

/** Opens the list of a field to choose in. */
export async function openChoices(page: Page, field: Locator): Promise<Locator> {
	await field.click();
	const choices = page.getByRole('option').filter({ visible: true });
	await choices.first().waitFor();
	return choices;
}
