// `npm run bench:tokens`: installs what is missing and runs the benchmark of the tokens' life, which
// needs PostgreSQL and Redis and takes half an hour.
import { ensureN8n, ensureRoot } from './install.mjs';
import { ensureServers } from './servers.mjs';
import { step } from './steps.mjs';

if (await ensureServers()) {
	await ensureRoot();
	await ensureN8n();
	const args = process.argv.slice(2);
	if (!(await step('tsx/dist/cli.mjs', 'test/bench/tokens.ts', ...args))) process.exitCode = 1;
}
