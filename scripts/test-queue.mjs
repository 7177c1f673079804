// `npm run test:queue`: installs what is missing and runs the tests with n8n in queue mode, which
// need PostgreSQL and Redis. PARTNER_APIS_EXECUTIONS shortens the rows (1,000 executions each).
import { ensureN8n, ensureRoot } from './install.mjs';
import { ensureServers } from './servers.mjs';
import { jest } from './steps.mjs';

if (await ensureServers()) {
	await ensureRoot();
	await ensureN8n();
	await jest('test-queue', ['-c', 'test/queue/jest.config.js', ...process.argv.slice(2)]);
}
