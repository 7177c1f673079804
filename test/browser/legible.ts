/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Locator } from 'playwright-core';

/** Names of parameters and options, expressions, and what JavaScript makes of a missing value. */
const INTERNAL =
	/\b[a-z]+(?:[A-Z][a-z0-9]*)+\b|\bn8n-nodes-[\w-]+|\{\{|\[object \w+\]|\bundefined\b|\bNaN\b/g;
/** An icon is seen by its larger areas: this share of its pixels has at least the contrast. */
const SEEN_SHARE = 0.1;

/** Words that only a developer knows, in what a person reads there. */
export async function internalNames(target: Locator): Promise<string[]> {
	return (await target.innerText()).match(INTERNAL) ?? [];
}

/** Texts below `target` of which only a part is shown: the box around them is too small. */
export async function cutTexts(target: Locator): Promise<string[]> {
	return await target.evaluate((root) => {
		const cut: string[] = [];
		for (const element of root.querySelectorAll('*')) {
			const isField = element instanceof HTMLInputElement && element.type !== 'password';
			const text = isField
				? element.value || element.placeholder
				: [...element.childNodes]
						.filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
						.map(({ textContent }) => textContent)
						.join('')
						.trim();
			const { overflowX, overflowY, visibility } = getComputedStyle(element);
			const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
			if (!text || visibility === 'hidden' || clientWidth === 0) continue;
			const hides = (overflow: string) => isField || overflow === 'hidden' || overflow === 'clip';
			const wider = hides(overflowX) && scrollWidth > clientWidth + 1;
			const higher = !isField && hides(overflowY) && scrollHeight > clientHeight + 2;
			if (wider || higher) cut.push(text);
		}
		return cut;
	});
}

/**
 * The contrast between an icon and what it lies on, as WCAG 2.2 counts it: 1 is invisible, and
 * graphics need 3 (success criterion 1.4.11).
 */
export async function contrastOf(icon: Locator): Promise<number> {
	const png = (await icon.screenshot()).toString('base64');
	return await icon.page().evaluate(
		async ({ png, share }) => {
			const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
			const bitmap = await createImageBitmap(new Blob([bytes]));
			const { width, height } = bitmap;
			const context = new OffscreenCanvas(width, height).getContext('2d')!;
			context.drawImage(bitmap, 0, 0);
			const { data } = context.getImageData(0, 0, width, height);
			const linear = (value: number) =>
				value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
			const luminance = (at: number) => {
				const [red, green, blue] = [0, 1, 2].map((part) => linear(data[at + part] / 255));
				return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
			};
			const ground = luminance(0);
			const contrasts = Array.from({ length: width * height }, (_, pixel) => {
				const [dark, light] = [ground, luminance(pixel * 4)].sort((a, b) => a - b);
				return (light + 0.05) / (dark + 0.05);
			});
			return contrasts.sort((a, b) => b - a)[Math.floor(contrasts.length * share)];
		},
		{ png, share: SEEN_SHARE },
	);
}
