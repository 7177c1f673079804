// `npm run test:e2e`: installs what is missing, a real n8n included, and runs the tests that use it:
// those that share one n8n, and at the same time those that kill theirs, which mostly wait.
import { ensureN8n, ensureRoot } from './install.mjs';
import { fail } from './run.mjs';
import { jestAtOnce, step } from './steps.mjs';

await ensureRoot();
await ensureN8n();
if (!(await step('tsx/dist/cli.mjs', 'scripts/pack.ts'))) fail('The package could not be packed.');
const args = process.argv.slice(2);
await jestAtOnce(
	'test-e2e',
	['test/e2e/jest.config.js', 'test/e2e/killed/jest.config.js'].map((config) => [
		...['-c', config, '--passWithNoTests'],
		...args,
	]),
);
