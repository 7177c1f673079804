// `npm run test:compat -- [--keep] [version ...]`: runs the core of the end-to-end tests in other
// versions of n8n, one after the other, and notes in test/compat/results.json what came out. By
// default the versions that stand there. Each takes ten minutes and 3 GB, which are freed
// afterwards unless --keep is given.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureN8n, ensureRoot, nodeOf } from './install.mjs';
import { run } from './run.mjs';
import { jest, ROOT } from './steps.mjs';

const RESULTS = join(ROOT, 'test', 'compat', 'results.json');
const VARIABLE = 'PARTNER_APIS_N8N_DIR';
const prepared = process.env[VARIABLE];

await ensureRoot();
// It has a dependency, which may have been missing until now.
const { E2E_MANIFEST, installVersion } = await import('./n8n-version.mjs');

const isKept = process.argv.includes('--keep');
const named = process.argv.slice(2).filter((argument) => argument !== '--keep');
const versions = named.length > 0 ? named : readResults().map(({ n8n }) => n8n);
for (const version of versions) {
	console.log(`\nn8n ${version}`);
	const { directory, isOwn } = await directoryOf(version);
	process.env[VARIABLE] = directory;
	const { passed, failed } = await jest(`test-compat-${version}`, [
		'-c',
		'test/compat/jest.config.js',
	]);
	const node = (await run(nodeOf(directory), ['--version'], { quiet: true })).trim().slice(1);
	const date = new Date().toISOString().slice(0, 10);
	note({ n8n: version, node, date, passed, failed });
	if (!isOwn && !isKept) rmSync(directory, { recursive: true, force: true });
}
console.table(readResults());

/** Where a version is installed. The one of the end-to-end tests is used where they have it. */
async function directoryOf(version) {
	if (version !== E2E_MANIFEST.dependencies.n8n) {
		return { directory: await installVersion(version), isOwn: false };
	}
	if (prepared) process.env[VARIABLE] = prepared;
	else delete process.env[VARIABLE];
	await ensureN8n();
	return { directory: prepared ? resolve(prepared) : join(ROOT, 'test', 'e2e'), isOwn: true };
}

function readResults() {
	return JSON.parse(readFileSync(RESULTS, 'utf8'));
}

/** Puts a version's row in the place of its last one; the newest n8n comes first. */
function note(row) {
	const others = readResults().filter(({ n8n }) => n8n !== row.n8n);
	const rows = [row, ...others].sort((a, b) => b.n8n.localeCompare(a.n8n, 'en', { numeric: true }));
	writeFileSync(RESULTS, `${JSON.stringify(rows, null, '\t')}\n`);
}
