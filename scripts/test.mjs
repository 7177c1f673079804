// `npm test`: installs what is missing, then type-checks, lints, checks the format and runs the
// tests that need no n8n server.
import { ensureRoot } from './install.mjs';
import { jest, step } from './steps.mjs';

await ensureRoot();
const checks = [
	await step('typescript/bin/tsc', '--noEmit', '-p', 'test/tsconfig.json'),
	await step('eslint/bin/eslint.js', '--max-warnings=0', 'credentials', 'nodes', 'package.json'),
	await step('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
];
await jest('test', process.argv.slice(2), checks.filter((ok) => !ok).length);
