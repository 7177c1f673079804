import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesOf = (folder: string, end: string) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(end))
		.map((path) => join(folder, path));

const { homepage } = JSON.parse(read('package.json')) as { homepage: string };
const PAGES = `${homepage}/blob/main/`;

interface Codex {
	resources: Record<'credentialDocumentation' | 'primaryDocumentation', Array<{ url: string }>>;
}

/** Where the file of a credential or of a node's entry in n8n leads a user. */
const LINKS = [
	...filesOf('credentials', '.credentials.ts').flatMap((file) => {
		const [, url = 'nowhere'] = /documentationUrl =\s*'([^']*)'/.exec(read(file)) ?? [];
		return [[file, url]];
	}),
	...filesOf('nodes', '.node.json').flatMap((file) => {
		const { credentialDocumentation, primaryDocumentation } = (JSON.parse(read(file)) as Codex)
			.resources;
		return [...credentialDocumentation, ...primaryDocumentation].map(({ url }) => [file, url]);
	}),
];

/** As GitHub makes them of headings. */
const anchorsOf = (page: string) =>
	[...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

it('there is one for each credential, and two for each node', () => {
	expect(LINKS.length).toBeGreaterThanOrEqual(5 + 2 * 10);
});

it.each(LINKS)('%s leads to a page of the repository that exists: %s', (_file, url) => {
	expect(url.slice(0, PAGES.length)).toBe(PAGES);
	const [path, anchor] = url.slice(PAGES.length).split('#');
	expect([undefined, ...anchorsOf(read(path))]).toContain(anchor);
});
