import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileWebhook } from '../../credentials/partner/webhook/compile';
import type { WebhookPreset } from '../../credentials/partner/webhook/preset';
import { PRESETS } from '../../credentials/partner/webhook/presets';
import { PRESET_EXAMPLES } from '../vectors/preset-examples';

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, 'credentials/partner/webhook/presets');
const SOURCES = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const BY_SIGNATURE = 'signature and body';

function rowsOf(page: string): string[][] {
	const [, section = ''] = page.split('\n## Presets\n').map((part) => part.split('\n## ')[0]);
	const lines = section.split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) => {
		const cells = line.split('|').slice(1, -1);
		return cells.map((cell) => cell.trim());
	});
}

const ROWS = rowsOf(`\n${readFileSync(join(ROOT, 'docs/partner-webhooks.md'), 'utf8')}`);
const CASES = PRESETS.map((preset) => [preset.name, preset] as const);

function compiledOf({ fields, recipe }: WebhookPreset) {
	return compileWebhook(
		recipe,
		Object.fromEntries(fields.map(({ name, kind }) => [name, kind] as const)),
	);
}

it('the table has the presets, in their order', () => {
	expect(ROWS.map(([name]) => name)).toEqual(PRESETS.map(({ name }) => name));
});

describe.each(CASES)('the row of %s', (name, preset) => {
	const [, , repeat = '', unsigned = '', proof = ''] = ROWS.find(([own]) => own === name) ?? [];
	const { isIdSafe, cover } = compiledOf(preset);
	const { id = '' } = preset.recipe;

	it('says what tells a repeat', () => {
		const names = [...id.matchAll(/\{(?:param|header|claim):([^}]+)\}/g)].map(([, each]) => each);
		const shown = names.map((each) => each.split('.NotificationRequestItem.').pop() ?? '');
		if (names.length === 0) expect(repeat.toLowerCase()).toBe(BY_SIGNATURE);
		for (const each of shown) expect(repeat.toLowerCase()).toContain(`\`${each.toLowerCase()}\``);
	});

	it('says what is not signed, and whether the ID is', () => {
		expect(/^(Other headers|Headers)/.test(unsigned)).toBe(cover.signed === 'all');
		expect(unsigned.includes('the ID too')).toBe(id !== '' && !isIdSafe);
	});

	it('links what proves it', () => {
		const [, word = '', link = ''] = /^\[(.+)\]\((.+)\)$/.exec(proof) ?? [];
		expect(word).toBe(preset.proof === 'example' ? 'Example' : 'Documentation only');
		const own = PRESET_EXAMPLES.filter(
			(example) => example.preset === preset.value && !example.isOfThirdParty,
		);
		const source = SOURCES.find((text) => text.includes(`value: '${preset.value}'`)) ?? '';
		const known = own.length > 0 ? own.map((example) => example.source) : [source];
		expect(known.filter((text) => text.includes(link))).not.toEqual([]);
	});
});
