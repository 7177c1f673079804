import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The package as n8n loads it. n8n requires each credential and each node by itself when it starts,
 * and Node takes a third of a millisecond for a file, so what all of them load at once is one file,
 * `dist/chunks/loaded.js`. What only runs stays apart, and is loaded by the first execution.
 */
const { n8n } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = [...n8n.credentials, ...n8n.nodes].map((file) => file.slice('dist/'.length, -3));

/** Icons and codex files, which n8n looks for beside the classes. */
const assets = {
	name: 'assets',
	generateBundle() {
		const files = ['icons', 'nodes'].flatMap((directory) =>
			readdirSync(directory, { recursive: true }).map((file) => join(directory, file)),
		);
		for (const fileName of files.filter((file) => /\.(svg|json)$/.test(file))) {
			this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
		}
	},
};

/** Whether loading an entry loads a module, too. */
function isLoadedAtOnce(id, infoOf, seen = new Set()) {
	if (seen.has(id)) return false;
	seen.add(id);
	const { isEntry, importers } = infoOf(id);
	return isEntry || importers.some((importer) => isLoadedAtOnce(importer, infoOf, seen));
}

export default {
	input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
	external: ['n8n-workflow', /^node:/],
	platform: 'node',
	plugins: [assets],
	output: {
		dir: 'dist',
		cleanDir: true,
		format: 'cjs',
		exports: 'named',
		comments: false,
		entryFileNames: '[name].js',
		chunkFileNames: 'chunks/[name].js',
		codeSplitting: {
			groups: [
				{
					debugName: 'loaded',
					name(id, bundle) {
						const infoOf = (each) => bundle.getModuleInfo(each);
						if (infoOf(id).isEntry) return null;
						return isLoadedAtOnce(id, infoOf) ? 'loaded' : null;
					},
				},
			],
		},
	},
};
