// `npm run bench`: all benchmarks but the one for tokens (`npm run bench:tokens`), which takes
// half an hour and needs PostgreSQL and Redis. What they print goes to test/bench/results too.
import { ensureN8n, ensureRoot } from './install.mjs';
import { step } from './steps.mjs';

await ensureRoot();
await ensureN8n();
for (const name of ['load', 'authenticate', 'throughput', 'memory', 'triggers']) {
	if (!(await step('tsx/dist/cli.mjs', `test/bench/${name}.ts`))) process.exitCode = 1;
}
