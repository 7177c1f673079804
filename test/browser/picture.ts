import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ROOT } from '../e2e/harness/paths';

const IMAGES = join(ROOT, 'docs', 'images');
/** What lies half over the edge of a picture, or over its content. */
const HIDDEN = '[data-test-id="floating-node"], .el-notification { visibility: hidden !important }';
/** Fonts, fading and tooltips have settled by then. */
const SETTLE_IN_MS = 1_500;
const MOST_BYTES = 150_000;

/**
 * Keeps a picture of what a test has just looked at in `docs/images`, where the README shows it.
 * Only `npm run pictures` takes them; any other run leaves the files alone.
 */
export async function picture(target: Locator, name: string): Promise<void> {
	if (!process.env.PARTNER_APIS_PICTURES) return;
	const page = target.page();
	await page.mouse.move(0, 0);
	await page.waitForTimeout(SETTLE_IN_MS);
	mkdirSync(IMAGES, { recursive: true });
	const path = join(IMAGES, `${name}.png`);
	await target.screenshot({ path, style: HIDDEN });
	const { size } = statSync(path);
	if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes: more than ${MOST_BYTES}.`);
}
