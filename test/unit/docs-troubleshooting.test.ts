import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorTexts, parse, PLACEHOLDER, ROOT, sources } from './error-texts';

const PAGE = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');
const ENTRIES = [...PAGE.matchAll(/^### `(.+)`$/gm)].map(([, text]) => text);
const { texts, passedOn } = errorTexts(sources('credentials', 'nodes'));

/** `<field>` and the like stand for anything. */
function covers(entry: string, text: string): boolean {
	const parts = entry.split(/<[^<>]+>/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const pattern = new RegExp(`^${parts.join('.+')}$`);
	return readings(text).some((reading) => pattern.test(reading));
}

/** What stands in front may be missing: "Room 1: " where there is only one. */
function readings(text: string): string[] {
	const words = text.replaceAll(PLACEHOLDER, 'something');
	const withoutFirst = text.replace(new RegExp(`^${PLACEHOLDER}`), '');
	return [words, withoutFirst.replaceAll(PLACEHOLDER, 'something')];
}

describe('the page for troubleshooting', () => {
	it('is compared with all errors that there are', () => {
		expect(texts.length).toBeGreaterThan(90);
		expect(texts.map(({ text }) => text)).toEqual(
			expect.arrayContaining([
				'PIN must be six digits',
				`${PLACEHOLDER} is empty`,
				`${PLACEHOLDER}Rate Plan ID is empty`,
				'Guestline refused these secrets. Check the level, the IDs and the API key.',
				`${PLACEHOLDER} must be at most 99`,
				'This operation does not take a signature',
				`${PLACEHOLDER} did not answer in time`,
				`${PLACEHOLDER} sent an access token that has already expired`,
			]),
		);
	});

	it.each(texts.map(({ text, file }) => [text, file]))('explains "%s" of %s', (text) => {
		expect(ENTRIES.filter((entry) => covers(entry, text))).not.toEqual([]);
	});

	it.each(ENTRIES)('explains "%s" because it exists', (entry) => {
		expect(texts.some(({ text }) => covers(entry, text))).toBe(true);
	});

	it('has no entry twice', () => expect(new Set(ENTRIES).size).toBe(ENTRIES.length));

	it('says under every entry, or under the last of several, what to do', () => {
		const silent = PAGE.split(/^(?=###? )/m)
			.map((part) => part.trim().split('\n'))
			.filter(([heading, ...body]) => heading.startsWith('### ') && body.length > 0)
			.filter(([, ...body]) => !body.join('\n').includes('**What to do:**'));
		expect(silent).toEqual([]);
		expect(PAGE).not.toMatch(/^### .+\n\n## /m);
	});

	it('knows which texts come from elsewhere: from n8n, or from an error collected where it is made', () => {
		expect(passedOn).toEqual([
			'credentials/token/token-request.ts: error.message',
			'nodes/Partner/PartnerTrigger.node.ts: message',
			'nodes/Partner/trigger/receive.ts: error',
			'nodes/Pledg/resources/notification/verify.ts: message',
			'nodes/shared/errors.ts: error.message',
			'nodes/shared/errors.ts: message',
			'nodes/shared/errors.ts: own.message',
		]);
	});
});

describe('the search for error texts', () => {
	const textsOf = (code: string) => errorTexts([parse('a.ts', code)]).texts.map(({ text }) => text);

	it.each([
		['new UserError("no")', ['no']],
		['const least = 3; new UserError(`${label}: at least ${least}`)', ['…: at least 3']],
		['new NodeOperationError(node, late ? "late" : "early")', ['late', 'early']],
		['function refuse(a, text) { throw new UserError(text) } refuse(1, "no")', ['no']],
		['class Own extends UserError { constructor(t) { super(t) } } new Own("own")', ['own']],
		['class Own extends UserError { constructor(p) { super(`of ${p}`) } } new Own("x")', ['of …']],
		['const refusals = { early: { message: "too early" } }', ['too early']],
		['new Date("2026-01-31"); log("nothing")', []],
	])('finds in %s: %j', (code, expected) => {
		expect(textsOf(code)).toEqual(expected);
	});
});
