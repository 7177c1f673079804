import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { OWNER } from '../e2e/harness/client';
import { CACHE } from '../e2e/harness/paths';

/** `scripts/test-browser.mjs` finds others. */
const CHROMIUM = process.env.PARTNER_APIS_CHROMIUM ?? '/usr/bin/chromium';
const SWITCHES = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const FAILURES = join(CACHE, 'browser');
const WAIT_IN_MS = 60_000;

/** High enough for the longest credential form. */
export const TALL_WINDOW = { width: 1280, height: 1800 };
export const WINDOW = { width: 1280, height: 860 };
/** Wide enough for an output table. */
export const WIDE_WINDOW = { width: 1560, height: 720 };
/** High enough for the longest form of a trigger. */
export const WIDE_TALL_WINDOW = { width: 1560, height: 1040 };

/** A window of the editor, with the owner logged in. */
export interface Visit {
	page: Page;
	/** Of n8n, without a trailing slash. */
	url: string;
	close(): Promise<void>;
}

/**
 * Opens a browser on an n8n and logs in. n8n follows the browser's theme.
 * The page reaches n8n and nothing else. Where a test fails, what was on the screen is kept in
 * `.cache/browser`.
 */
export async function visit(url: string, theme: 'light' | 'dark' = 'light'): Promise<Visit> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: SWITCHES });
	const page = await openPage(browser, url, theme);
	Object.assign(globalThis, { keepFailure: async (test: string) => await keepFailure(page, test) });
	return { page, url, close: async () => await browser.close() };
}

async function openPage(browser: Browser, url: string, theme: 'light' | 'dark'): Promise<Page> {
	const context = await browser.newContext({ viewport: WINDOW, colorScheme: theme });
	context.setDefaultTimeout(WAIT_IN_MS);
	const { hostname } = new URL(url);
	await context.route(
		(target) => target.hostname !== hostname,
		async (route) => await route.abort(),
	);
	const { email, password } = OWNER;
	const login = await context.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: email, password },
	});
	if (!login.ok()) throw new Error(`The login answered ${login.status()}.`);
	const page = await context.newPage();
	// "Leave without saving?"
	page.on('dialog', (dialog) => void dialog.accept());
	return page;
}

async function keepFailure(page: Page, test: string): Promise<void> {
	mkdirSync(FAILURES, { recursive: true });
	const path = join(FAILURES, `${test.replace(/\W+/g, '-')}.png`);
	await page.screenshot({ path });
	console.error(`"${test}" failed at ${page.url()}; the screen is in ${path}`);
}
