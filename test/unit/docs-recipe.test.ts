import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOKEN_LABELS } from '../../credentials/partner/labels';
import { PRESETS } from '../../credentials/partner/presets';
import { ALGORITHMS } from '../../credentials/recipe/algorithms';
import { compileRecipe } from '../../credentials/recipe/compile';
import { FILTER_NAMES } from '../../credentials/recipe/filters';
import { RESERVED } from '../../credentials/recipe/names';
import { TOKEN_KEYS } from '../../credentials/recipe/read-token';
import { EXPIRY_UNITS, TOKEN_BODIES } from '../../credentials/recipe/token';
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

const EXAMPLES = [...PAGE.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json);

it('the page has an example of a signature and one of a token', () => {
	expect(EXAMPLES).toHaveLength(2);
});

it.each(EXAMPLES)('the example %# of the page compiles', (json) => {
	expect(() => compileRecipe(JSON.parse(json), FIELDS)).not.toThrow();
});

it.each([
	...TOKEN_KEYS.filter((key) => !['answer', 'request'].includes(key)),
	...['request.method', 'request.path', 'request.body', 'answer.token', 'answer.expires'],
	...['answer.unit', 'answer.life', 'answer.refreshToken', 'refresh.isForOneUse'],
	...['refused.statuses', 'refused.path'],
])('the page names the key token.%s', (key) => {
	expect(section('Token')).toMatch(new RegExp(`\`token\\.${key}`));
});

it.each(Object.values(TOKEN_LABELS))('the page explains the field %s', (label) => {
	expect(PAGE).toContain(label);
});

it.each([...EXPIRY_UNITS, ...TOKEN_BODIES])('the page names the word %s', (word) => {
	expect(section('Token')).toContain(`\`${word}\``);
});

const PROOFS = { example: 'Example', documentation: 'Documentation only' };

it.each(PRESETS)('the gallery has $name, and says what proves it', ({ name, proof }) => {
	const row = section('Presets')
		.split('\n')
		.find((line) => line.startsWith(`| ${name} `));
	expect(row).toMatch(new RegExp(`\\| ${PROOFS[proof]} *\\|$`));
});
