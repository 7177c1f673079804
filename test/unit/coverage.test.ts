import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { GuestlineCheckout } from '../../nodes/GuestlineCheckout/GuestlineCheckout.node';
import { Netzme } from '../../nodes/Netzme/Netzme.node';
import { Partner } from '../../nodes/Partner/Partner.node';
import { Pledg } from '../../nodes/Pledg/Pledg.node';
import { Sasom } from '../../nodes/Sasom/Sasom.node';
import { Su } from '../../nodes/Su/Su.node';

const ROOT = join(__dirname, '..', '..');
const REQUEST = 'Request: Send';

const PAGES: Array<[string, INodeType]> = [
	['docs/sasom.md', new Sasom()],
	['docs/pledg.md', new Pledg()],
	['docs/su.md', new Su()],
	['docs/guestline.md', new GuestlineCheckout()],
	['docs/netzme.md', new Netzme()],
	['docs/partner-api.md', new Partner()],
];

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The tables of a page in Markdown: rows of cells, the header first. */
function tablesOf(text: string): string[][][] {
	return text
		.split(/\n(?!\|)/)
		.map((block) => block.split('\n').filter((line) => line.startsWith('|')))
		.filter((lines) => lines.length > 0)
		.map((lines) =>
			lines
				.filter((line) => !/^\|[\s|:-]+\|$/.test(line))
				.map((line) => line.split('|').slice(1, -1))
				.map((cells) => cells.map((cell) => cell.trim())),
		);
}

/** The rows below a header that begins with the given columns. */
function rowsUnder(file: string, columns: string[]): string[][] {
	const tables = tablesOf(read(file)).filter(([header]) =>
		columns.every((column, at) => header[at] === column),
	);
	expect(tables).toHaveLength(1);
	return tables[0].slice(1);
}

const coverage = () =>
	rowsUnder('README.md', ['Provider', 'Operation', 'Endpoint', 'Verified against']);

/** "Resource: Operation" of all that the editor offers in the two lists. */
function operationsOf({ description: { properties } }: INodeType): string[] {
	const resources = properties.find(({ name }) => name === 'resource');
	return (resources?.options as INodePropertyOptions[]).flatMap(({ name: resource, value }) => {
		const list = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(value),
		);
		return (list?.options as INodePropertyOptions[]).map(({ name }) => `${resource}: ${name}`);
	});
}

describe.each(PAGES)('%s', (file, node) => {
	it('lists exactly the operations of the node', () => {
		const rows = rowsUnder(file, ['Resource', 'Operation']);
		const listed = rows.map(([resource, operation]) => `${resource}: ${operation}`);
		expect(listed.sort()).toEqual(operationsOf(node).sort());
	});

	it('says of each operation which endpoint it is, and what it was verified against', () => {
		for (const row of rowsUnder(file, ['Resource', 'Operation', 'Endpoint'])) {
			expect(row).toHaveLength(5);
			expect(row[2]).not.toBe('');
			expect(row[4]).toMatch(/simulator/);
			if (`${row[0]}: ${row[1]}` === REQUEST) continue;
			expect(row[4]).toMatch(/^(document|integration|inference)\b/);
		}
	});

	it('has exactly its operations in the table of the README', () => {
		const listed = coverage()
			.filter(([provider]) => provider.endsWith(`](${file})`))
			.map(([, operation]) => operation);
		const others = coverage().filter(([provider, , , by]) => {
			return provider.endsWith(`](${file})`) && !/^(document|integration|inference)\b/.test(by);
		});
		expect(others).toEqual([]);
		expect([...listed, REQUEST].sort()).toEqual(operationsOf(node).sort());
	});
});

describe('the table of the README', () => {
	it('has nothing but the operations of these nodes, and one row for Request', () => {
		const others = coverage().filter(
			([provider]) => !PAGES.some(([file]) => provider.endsWith(`](${file})`)),
		);
		expect(others).toEqual([['all', REQUEST, 'any', 'simulator']]);
	});

	it('is counted right', () => {
		const operations = PAGES.flatMap(([, node]) => operationsOf(node)).filter(
			(name) => name !== REQUEST,
		);
		const [, counted] = /^(\d+) operations, /m.exec(read('README.md')) ?? [];
		expect(Number(counted)).toBe(operations.length);
		expect(coverage()).toHaveLength(operations.length + 1);
	});
});
