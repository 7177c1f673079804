import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRESETS } from '../../credentials/partner/presets';
import { ALGORITHMS } from '../../credentials/recipe/algorithms';
import { compileRecipe } from '../../credentials/recipe/compile';
import { FILTER_NAMES } from '../../credentials/recipe/filters';
import { RESERVED } from '../../credentials/recipe/names';
import { FIELDS } from './recipe-helpers';

const PAGE = readFileSync(join(__dirname, '../../docs/partner-api.md'), 'utf8');
const section = (title: string) => PAGE.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

it.each(RESERVED)('the page names the value %s', (name) => {
	expect(section('Text templates')).toMatch(new RegExp(`\\{${name}[:}]`));
});

it.each(FILTER_NAMES)('the page names the filter %s', (name) => {
	expect(section('Text templates')).toMatch(new RegExp(`\`${name}(:\\d+)?\``));
});

it.each(Object.keys(ALGORITHMS))('the page names the algorithm %s', (name) => {
	const parts = /^(hmac-|hash-|rsa-pss-|rsa-|ecdsa-p1363-|ecdsa-der-|jwt-)?(.+)$/.exec(name) ?? [];
	for (const part of parts.slice(1)) {
		if (part) expect(section('Algorithms')).toContain(`\`${part}\``);
	}
});

it('the example of the page compiles', () => {
	const [, json = ''] = /```json\n([\s\S]*?)```/.exec(PAGE) ?? [];
	expect(() => compileRecipe(JSON.parse(json), FIELDS)).not.toThrow();
});

const PROOFS = { example: 'Example', documentation: 'Documentation only' };

it.each(PRESETS)('the gallery has $name, and says what proves it', ({ name, proof }) => {
	const row = section('Presets')
		.split('\n')
		.find((line) => line.startsWith(`| ${name} `));
	expect(row).toMatch(new RegExp(`\\| ${PROOFS[proof]} *\\|$`));
});
