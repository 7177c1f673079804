import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { parse, ROOT, sources, walk } from './error-texts';

interface Import {
	from: string;
	/** A path in the repository without its ending, or the name of a module. */
	to: string;
	isRelative: boolean;
	names: string[];
}

/** Of `credentials`, what belongs to no provider. */
const SHARED_FOLDERS = ['auth', 'token', 'recipe'];
/** The rooms that know no provider. */
const SHARED_ROOMS = [...SHARED_FOLDERS.map((name) => `credentials/${name}`), 'nodes/shared'];
const PROVIDERS = readdirSync(join(ROOT, 'nodes')).filter((name) => name !== 'shared');
const SHIPPED = sources('credentials', 'nodes');
const IMPORTS = SHIPPED.flatMap(importsOf);
/** Of the engine, what only reads and checks a value. */
const READERS = [
	'basic',
	'boolean',
	'constant-time',
	'credential-fields',
	'destination',
	'json',
	'text',
];
/** What sends, waits or reads n8n's context. */
const WORKERS = [
	'errors',
	'item',
	'parameters',
	'rate-limit',
	'receive',
	'repeat',
	'run',
	'send',
	'wait',
];

/** Everything that a file loads: imports, re-exports, `import()`, `require()` and types in `import()`. */
function importsOf(file: ts.SourceFile): Import[] {
	const found: Import[] = [];
	const note = (specifier: ts.Node | undefined, names: string[] = []) => {
		const to = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : '(unknown)';
		const isRelative = to.startsWith('.');
		const path = isRelative ? normalize(join(dirname(file.fileName), to)) : to;
		found.push({ from: file.fileName, to: path, isRelative, names });
	};
	walk(file, (node) => {
		if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, namesIn(node));
		if (ts.isExportDeclaration(node) && node.moduleSpecifier) note(node.moduleSpecifier);
		if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
			note(node.moduleReference.expression);
		}
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
			note(node.argument.literal);
		if (!ts.isCallExpression(node)) return;
		const { expression } = node;
		const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
		if (isRequire || expression.kind === ts.SyntaxKind.ImportKeyword) note(node.arguments[0]);
	});
	return found;
}

function namesIn({ importClause }: ts.ImportDeclaration): string[] {
	const bindings = importClause?.namedBindings;
	return bindings && ts.isNamedImports(bindings)
		? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
		: ['*'];
}

const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const show = (imports: Import[]) => imports.map(({ from, to }) => `${from} -> ${to}`);
const from = (folder: string) => IMPORTS.filter((each) => inside(folder)(each.from));
const relative = (imports: Import[]) => imports.filter(({ isRelative }) => isRelative);
/** The folder of a provider in `credentials`, and the beginning of its credential's file. */
const credentialFolder = (provider: string) =>
	readdirSync(join(ROOT, 'credentials')).find(
		(name) =>
			!name.includes('.') &&
			!SHARED_FOLDERS.includes(name) &&
			provider.toLowerCase().startsWith(name),
	);

describe('what is shipped', () => {
	it('imports relative files, n8n-workflow and node:crypto only', () => {
		const modules = IMPORTS.filter(({ isRelative }) => !isRelative).map(({ to }) => to);
		expect([...new Set(modules)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
	});

	it('imports nothing from outside credentials and nodes', () => {
		const outside = relative(IMPORTS).filter(({ to }) => !/^(credentials|nodes)\//.test(to));
		expect(show(outside)).toEqual([]);
	});
});

describe('credentials', () => {
	it('do not know that there are nodes', () => {
		expect(show(from('credentials').filter(({ to }) => inside('nodes')(to)))).toEqual([]);
	});

	it('the engine uses only itself', () => {
		const others = relative(from('credentials/auth')).filter(
			({ to }) => !inside('credentials/auth')(to),
		);
		expect(show(others)).toEqual([]);
	});

	it('of one provider use the engine, the life of a token, and their own folder', () => {
		const others = relative(from('credentials')).filter(({ from: file, to }) => {
			const owner = file.split('/')[1].toLowerCase();
			const folder = to.split('/')[1];
			return !SHARED_FOLDERS.includes(folder) && !owner.startsWith(folder);
		});
		expect(show(others)).toEqual([]);
	});

	it('recipes use the engine, and no provider', () => {
		const others = relative(from('credentials/recipe')).filter(
			({ to }) => !inside('credentials/recipe')(to) && !inside('credentials/auth')(to),
		);
		expect(show(others)).toEqual([]);
	});
});

describe.each(SHARED_ROOMS)('%s', (folder) => {
	it('imports no provider', () => {
		const others = relative(from(folder)).filter(
			({ to }) => !SHARED_ROOMS.some((each) => inside(each)(to)),
		);
		expect(show(others)).toEqual([]);
	});

	it('names no provider, in code or comment', () => {
		// A partner is what the rooms are about; the API of that name is not.
		const names = PROVIDERS.flatMap((name) =>
			name === 'Partner' ? 'PartnerApi' : [name, name.split(/(?<=[a-z])(?=[A-Z])/)[0]],
		);
		const words = [...new Set(names)].map(
			(name) => new RegExp(`\\b${name}`, name === 'Su' ? '' : 'i'),
		);
		const isWord = (text: string) =>
			words.some((word) => word.test(text.replace(/\bSu[a-z]/g, '')));
		const files = SHIPPED.filter(({ fileName }) => inside(folder)(fileName));
		expect(files.length).toBeGreaterThan(10);
		expect(files.filter(({ text }) => isWord(text)).map(({ fileName }) => fileName)).toEqual([]);
	});
});

describe.each(PROVIDERS)('nodes/%s', (provider) => {
	const imports = relative(from(`nodes/${provider}`));

	it('imports its own files, what is shared, and functions of its own credential', () => {
		const own = credentialFolder(provider);
		const allowed = [`nodes/${provider}`, 'nodes/shared', ...(own ? [`credentials/${own}`] : [])];
		const others = imports
			.filter(({ to }) => !allowed.some((each) => inside(each)(to)))
			.filter(({ to }) => !READERS.some((name) => to === `credentials/auth/${name}`));
		expect(imports.length).toBeGreaterThan(3);
		expect(show(others)).toEqual([]);
	});

	it('has operations that send nothing', () => {
		const workers = imports
			.filter(({ from: file }) => inside(`nodes/${provider}/resources`)(file))
			.filter(({ to }) => WORKERS.some((name) => to === `nodes/shared/${name}`));
		expect(show(workers)).toEqual([]);
		const contexts = from(`nodes/${provider}/resources`).filter(({ names }) =>
			names.some((name) => /Functions$/.test(name)),
		);
		expect(show(contexts)).toEqual([]);
	});
});

describe('the simulator', () => {
	it('imports nothing of the package, or it would agree with its mistakes', () => {
		const outside = relative(sources('test/simulator').flatMap(importsOf)).filter(
			({ to }) => !/^test\/(simulator|vectors)\//.test(to),
		);
		expect(show(outside)).toEqual([]);
	});
});

describe('the page about the architecture', () => {
	const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
	const named = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, name]) => name);

	it.each(SHARED_ROOMS)('names every file of %s', (folder) => {
		const files = readdirSync(join(ROOT, folder), { withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ name }) => name);
		const section = page.split(/^## /m).find((part) => part.includes(`\`${folder}\`\n`)) ?? '';
		expect(files.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
	});

	it('names no file that is not there', () => {
		const rooms = ['credentials', ...SHARED_ROOMS, 'nodes/Sasom', '.'];
		const files = named(/`([\w./-]+\.(?:ts|json))`/g);
		expect(files.length).toBeGreaterThan(35);
		const missing = files.filter(
			(name) => !rooms.some((room) => existsSync(join(ROOT, room, name))),
		);
		expect(missing).toEqual([]);
	});

	it('links to files that exist', () => {
		const links = named(/\]\(([\w./-]+\.md)\)/g);
		expect(links.length).toBeGreaterThan(4);
		expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([]);
	});
});

describe('the search for imports', () => {
	it.each([
		['import { a } from "./b"', 'nodes/X/b'],
		['import type { A } from "../Y/b"', 'nodes/Y/b'],
		['export * from "../Y/b"', 'nodes/Y/b'],
		['const b = require("fs")', 'fs'],
		['const b = await import("node:fs")', 'node:fs'],
		['type B = import("../../credentials/b").B', 'credentials/b'],
		['import b = require("fs")', 'fs'],
		['require(name)', '(unknown)'],
	])('finds %s', (code, to) => {
		expect(importsOf(parse('nodes/X/a.ts', code)).map((each) => each.to)).toEqual([to]);
	});
});
