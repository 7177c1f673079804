import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './error-texts';

interface Run {
	n8n: string;
	node: string;
	date: string;
	passed: number;
	failed: number;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const runs = JSON.parse(read('test/compat/results.json')) as Run[];
const section = read('README.md')
	.split(/^## /m)
	.find((part) => part.startsWith('Compatibility\n'));
/** The rows of the table that begin with a version: its first four cells. */
const rows = [...(section ?? '').matchAll(/^\| (\d+\.\d+\.\d+) .*\|$/gm)].map(([row]) =>
	row
		.split('|')
		.slice(1, 5)
		.map((cell) => cell.trim()),
);

describe('the table of versions in the README', () => {
	it('says what was run and when, and nothing else', () => {
		expect(rows).toEqual(
			runs.map(({ n8n, node, date, passed, failed }) => [
				n8n,
				node.split('.')[0],
				date,
				failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`,
			]),
		);
		expect(rows.length).toBeGreaterThan(2);
	});

	it('begins with the n8n of the end-to-end tests', () => {
		const { dependencies } = JSON.parse(read('test/e2e/package.json')) as {
			dependencies: { n8n: string };
		};
		expect(rows[0][0]).toBe(dependencies.n8n);
	});

	it('names only versions that the page about them explains', () => {
		const page = read('docs/compatibility.md');
		expect(rows.filter(([version]) => !page.includes(`**${version}**`))).toEqual([]);
	});
});
