import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Client } from '../e2e/harness/client';
import { n8nDirectory, ROOT } from '../e2e/harness/paths';
import { client } from '../e2e/running';

interface Manifest {
	name: string;
	dependencies: Record<string, string>;
	n8n: Record<'credentials' | 'nodes', string[]>;
}

const read = (directory: string) =>
	JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
const shipped = read(ROOT);
/** `dist/nodes/Su/SuTrigger.node.js` holds `suTrigger`. */
const typesOf = (files: string[]) =>
	files
		.map((file) => basename(file).split('.')[0])
		.map((name) => name[0].toLowerCase() + name.slice(1))
		.sort();

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

it('is the n8n that was installed', async () => {
	const { versionCli } = await n8n.rest<{ versionCli: string }>('GET', '/rest/settings');
	expect(versionCli).toBe(read(n8nDirectory()).dependencies.n8n);
});

it('offers all nodes of the package', async () => {
	const prefix = `${shipped.name}.`;
	const offered = (await n8n.nodeTypes())
		.map(({ name }) => name)
		.filter((name) => name.startsWith(prefix) && !name.endsWith('Tool'))
		.map((name) => name.slice(prefix.length));
	expect(offered.sort()).toEqual(typesOf(shipped.n8n.nodes));
});

it('offers all credentials of the package', async () => {
	const offered = (await n8n.credentialTypes()).map(({ name }) => name);
	expect(offered).toEqual(expect.arrayContaining(typesOf(shipped.n8n.credentials)));
});
