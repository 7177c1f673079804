// `npm run test:e2e`: installs what is missing, a real n8n included, and runs the tests that use it.
import { ensureN8n, ensureRoot } from './install.mjs';
import { jest } from './steps.mjs';

await ensureRoot();
await ensureN8n();
await jest('test-e2e', ['-c', 'test/e2e/jest.config.js', ...process.argv.slice(2)]);
