import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialTypesOf, type Workflow } from '../e2e/harness/workflow';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const STICKY = 'n8n-nodes-base.stickyNote';
const NODE_SIZE = 96;
const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as Workflow;

it.each(['sasomApi', 'pledgApi', 'suApi', 'guestlineCheckoutApi', 'netzmeApi'])(
	'there are two or more for %s',
	(type) => {
		const those = files.filter((file) => credentialTypesOf(read(file)).includes(type));
		expect(those.length).toBeGreaterThanOrEqual(2);
	},
);

it.each(files)('%s has a line in examples/README.md', (file) => {
	const lines = readFileSync(join(EXAMPLES, 'README.md'), 'utf8').split('\n');
	expect(lines.filter((line) => line.includes(`(${file})`))).toHaveLength(1);
});

it.each(files)('%s says what to change', (file) => {
	const note = read(file).nodes.find(({ type }) => type === STICKY);
	expect(note?.parameters.content).toContain('**To change:**');
});

it.each(files)('%s names no credential of its author', (file) => {
	const credentials = read(file).nodes.flatMap((node) => Object.values(node.credentials ?? {}));
	expect(credentials.filter(({ id }) => id)).toEqual([]);
});

describe.each(files)('The canvas of %s', (file) => {
	const { nodes } = read(file);
	const steps = nodes.filter(({ type }) => type !== STICKY);

	it('has no node on another', () => {
		const close = steps.flatMap(({ name, position: [x, y] }, at) =>
			steps
				.slice(at + 1)
				.filter(
					({ position }) => Math.abs(position[0] - x) < 160 && Math.abs(position[1] - y) < 120,
				)
				.map((other) => `${name} and ${other.name}`),
		);
		expect(close).toEqual([]);
	});

	it('has its notes beside the nodes', () => {
		const covered = nodes
			.filter(({ type }) => type === STICKY)
			.flatMap(({ position: [left, top], parameters: { width, height } }) =>
				steps.filter(
					({ position: [x, y] }) =>
						x + NODE_SIZE > left &&
						x < left + Number(width) &&
						y + NODE_SIZE > top &&
						y < top + Number(height),
				),
			);
		expect(covered.map(({ name }) => name)).toEqual([]);
	});
});
