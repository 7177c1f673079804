import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ICredentialType, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { ask, packCopy, ROOT, type Packed } from './packed';

interface Shipped {
	file: string;
	className: string;
	hooks: string[];
}
interface Offer {
	exports: Array<[name: string, type: string]>;
	credentials: Array<Shipped & ICredentialType>;
	nodes: Array<Shipped & { description: INodeTypeDescription }>;
}

const TWO_MINUTES_IN_MS = 120_000;
const PROVIDERS = ['GuestlineCheckout', 'Netzme', 'Partner', 'Pledg', 'Sasom', 'Su'];
/** The class names of all nodes, triggers included: those of their files. */
const NODES = readdirSync(join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' }).flatMap(
	(file) => /(\w+)\.node\.ts$/.exec(file)?.[1] ?? [],
);

/** They say where a token is had and found, or name a value; they hold none. */
const ABOUT_SECRETS = new Set([
	'refreshTokenField',
	'signingKey',
	'tokenExpiryField',
	'tokenPlace',
	'tokenRefusedField',
	'tokenRefusedStatuses',
	'tokenRefusedValues',
	'tokenUrl',
]);

let packed: Packed;
let offer: Offer;

beforeAll(() => {
	packed = packCopy();
	offer = ask('classes.cjs', packed.directory);
}, TWO_MINUTES_IN_MS);
afterAll(() => packed?.remove());

/** The light and dark icon of a class, as n8n finds them: relative to its file. */
function iconFiles({ file }: Shipped, icon: ICredentialType['icon']): string[] {
	const { light, dark } = icon as { light: string; dark: string };
	expect(light).not.toBe(dark);
	return [light, dark].map((path) =>
		join(packed.directory, dirname(file), path.replace(/^file:/, '')),
	);
}

const credentialOf = (name: string) =>
	offer.credentials.find(({ className }) => className === `${name}Api`)!;
const nodeOf = (name: string) => offer.nodes.find(({ className }) => className === name)!;

describe('the official scanner finds neither errors nor warnings', () => {
	const scripts = () => packed.files.filter((file) => file.endsWith('.js')).length;
	it.each([
		['in the source tree', 'source', () => ROOT, () => 40],
		['in the packed tarball', 'tarball', () => packed.directory, scripts],
	])(
		'%s',
		(_where, kind, directory, atLeast) => {
			const { files, found } = ask<{ files: number; found: string[] }>(
				'scan.mjs',
				directory(),
				kind,
			);
			expect(found).toEqual([]);
			expect(files).toBeGreaterThanOrEqual(atLeast());
		},
		TWO_MINUTES_IN_MS,
	);
});

describe('the tarball', () => {
	it('has at most 300 KB', () => expect(packed.size).toBeLessThanOrEqual(300 * 1024));

	it('holds what was compiled, and neither tests nor sources', () => {
		const others = packed.files.filter(
			(path) =>
				!/^(dist\/(chunks|credentials|nodes|icons)\/|index\.js$|package\.json$|(README|LICENSE|CHANGELOG)(\.md)?$)/.test(
					path,
				),
		);
		expect(others).toEqual([]);
		const sources = packed.files.filter((path) =>
			/\.test\.|(?<!\.d)\.ts$|\.map$|tsbuildinfo/.test(path),
		);
		expect(sources).toEqual([]);
	});

	it('holds every file that n8n loads', () => {
		const { n8n } = JSON.parse(readFileSync(join(packed.directory, 'package.json'), 'utf8')) as {
			n8n: { credentials: string[]; nodes: string[] };
		};
		expect(n8n.credentials).toHaveLength(7);
		expect(n8n.nodes).toHaveLength(NODES.length);
		expect(packed.files).toEqual(expect.arrayContaining([...n8n.credentials, ...n8n.nodes]));
	});
});

describe('package.json', () => {
	const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as object;

	it('names no dependencies but n8n itself', () => {
		expect(manifest).toMatchObject({ peerDependencies: { 'n8n-workflow': '*' } });
		expect(manifest).toHaveProperty('peerDependencies', { 'n8n-workflow': '*' });
		for (const name of [
			'dependencies',
			'optionalDependencies',
			'bundleDependencies',
			'overrides',
		]) {
			expect(manifest).not.toHaveProperty(name);
		}
	});

	it('runs nothing when it is installed', () => {
		const { scripts } = manifest as { scripts: object };
		for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']) {
			expect(scripts).not.toHaveProperty(name);
		}
	});
});

describe('require of the package', () => {
	it('gives the classes that n8n loads', () => {
		const names = [...offer.credentials, ...offer.nodes].map(({ className }) => className);
		expect(names).toEqual(
			expect.arrayContaining(PROVIDERS.flatMap((name) => [name, `${name}Api`])),
		);
		expect(offer.exports.sort()).toEqual(names.sort().map((name) => [name, 'function']));
	});
});

describe.each(PROVIDERS)('the credential of %s', (provider) => {
	it('has a name that ends in Api and is that of its class and file', () => {
		const { name, className, file } = credentialOf(provider);
		expect(name).toMatch(/Api$/);
		expect(name.toLowerCase()).toBe(className.toLowerCase());
		expect(file).toBe(`dist/credentials/${className}.credentials.js`);
	});

	it('has a light and a dark icon', () => {
		const credential = credentialOf(provider);
		for (const path of iconFiles(credential, credential.icon)) expect(existsSync(path)).toBe(true);
	});

	it('has documentation under an address', () => {
		const url = new URL(credentialOf(provider).documentationUrl ?? '');
		expect(url.protocol).toBe('https:');
	});

	it('can be tested, and signs by a function', () => {
		const { test, hooks } = credentialOf(provider);
		expect(test?.request.url).toBeTruthy();
		expect(hooks).toContain('authenticate');
	});

	it('masks every field that holds a secret', () => {
		const isSecret = ({ name, displayName, type }: INodeProperties) =>
			['string', 'hidden'].includes(type) &&
			/secret|key|password|\bpin\b|token/i.test(`${name} ${displayName}`);
		const secrets = credentialOf(provider).properties.filter(
			(property) => isSecret(property) && !ABOUT_SECRETS.has(property.name),
		);
		expect(secrets.length).toBeGreaterThan(0);
		const bare = secrets.filter(({ typeOptions }) => typeOptions?.password !== true);
		expect(bare.map(({ name }) => name)).toEqual([]);
	});
});

describe('every node and trigger', () => {
	it('has a codex file beside it that names it', () => {
		for (const { file, description } of offer.nodes) {
			const codex = join(packed.directory, file.replace(/\.js$/, '.json'));
			expect(JSON.parse(readFileSync(codex, 'utf8'))).toMatchObject({
				node: `n8n-nodes-partner-apis.${description.name}`,
			});
		}
	});

	it('has a light and a dark icon', () => {
		for (const node of offer.nodes) {
			for (const path of iconFiles(node, node.description.icon as ICredentialType['icon'])) {
				expect(existsSync(path)).toBe(true);
			}
		}
	});

	it('uses credentials that are shipped', () => {
		const shipped = offer.credentials.map(({ name }) => name);
		for (const { description } of offer.nodes) {
			const used = (description.credentials ?? []).map(({ name }) => name);
			expect(shipped).toEqual(expect.arrayContaining(used));
		}
	});
});

describe.each(PROVIDERS)('the node of %s', (provider) => {
	it('can be used as a tool', () => {
		expect(nodeOf(provider).description.usableAsTool).toBe(true);
	});

	it('uses the credential of its provider, which is shipped', () => {
		const used = nodeOf(provider).description.credentials ?? [];
		const own = { name: credentialOf(provider).name, required: true };
		const ofWebhooks = { name: 'partnerWebhookApi', testedBy: 'partnerWebhookApiTest' };
		const all = provider === 'Partner' ? [own, ofWebhooks] : [own];
		expect(used).toEqual(all.map((each) => expect.objectContaining(each)));
	});
});

describe.each(NODES)('the node class %s', (name) => {
	it('has a codex file beside it that names it', () => {
		const { file, description } = nodeOf(name);
		const codex = join(packed.directory, file.replace(/\.js$/, '.json'));
		expect(JSON.parse(readFileSync(codex, 'utf8'))).toMatchObject({
			node: `n8n-nodes-partner-apis.${description.name}`,
		});
	});

	it('has a light and a dark icon', () => {
		const node = nodeOf(name);
		for (const path of iconFiles(node, node.description.icon as ICredentialType['icon'])) {
			expect(existsSync(path)).toBe(true);
		}
	});
});
