// `npm test`: installs what is missing, then type-checks, lints and checks the format, all at once,
// and runs the tests that need no n8n server.
import { ensureRoot } from './install.mjs';
import { jest, atOnce } from './steps.mjs';

await ensureRoot();
const failed = await atOnce(
	['typescript/bin/tsc', '--noEmit', '-p', 'test/tsconfig.json'],
	['eslint/bin/eslint.js', '--max-warnings=0', 'credentials', 'nodes', 'package.json'],
	['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
);
await jest('test', process.argv.slice(2), failed);
