import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../e2e/harness/pack';
import { ROOT } from '../e2e/harness/paths';
import { machine, median, writeResults } from './results';

/**
 * `npm run bench:load`: milliseconds to load all credentials and nodes of the build in a fresh
 * process, and the size of the tarball. n8n has loaded n8n-workflow long before it loads a package;
 * the figure with it is given as well.
 */
const RUNS = 15;

async function main(): Promise<void> {
	const tarball = await packPackage();
	const directory = mkdtempSync(join(tmpdir(), 'partner-apis-load-'));
	execFileSync('tar', ['-xzf', tarball, '-C', directory, '--strip-components=1']);
	const { n8n } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
		n8n: { credentials: string[]; nodes: string[] };
	};
	const files = [...n8n.credentials, ...n8n.nodes].map((file) => join(directory, file));
	const measure = (before: string) =>
		median(Array.from({ length: RUNS }, () => timeOfLoading(files, before)));
	const figures = {
		loadMs: measure("require('n8n-workflow');"),
		loadMsWithN8nWorkflow: measure(''),
		tarballKb: Math.round(statSync(tarball).size / 1024),
	};
	rmSync(directory, { recursive: true });
	writeResults('load', { machine: machine(), runs: RUNS, ...figures });
	console.log(figures);
}

function timeOfLoading(files: string[], before: string): number {
	const script = `${before}
		const startedAt = performance.now();
		for (const file of ${JSON.stringify(files)}) require(file);
		console.log(performance.now() - startedAt);`;
	const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
	});
	if (!stdout) throw new Error(stderr);
	return Math.round(Number(stdout) * 10) / 10;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
