// `npm run test:queue`: installs what is missing and runs the tests with n8n in queue mode, which
// need PostgreSQL and Redis. PARTNER_APIS_EXECUTIONS shortens the rows (1,000 executions each).
import { existsSync } from 'node:fs';
import { ensureN8n, ensureRoot } from './install.mjs';
import { jest } from './steps.mjs';

if (missing()) {
	console.error(
		'Queue mode needs PostgreSQL and Redis: install them with "apt-get install postgresql redis-server".',
	);
	process.exitCode = 2;
} else {
	await ensureRoot();
	await ensureN8n();
	await jest('test-queue', ['-c', 'test/queue/jest.config.js', ...process.argv.slice(2)]);
}

function missing() {
	const onPath = (name) =>
		(process.env.PATH ?? '').split(':').some((directory) => existsSync(`${directory}/${name}`));
	const postgres = existsSync('/usr/lib/postgresql') || onPath('initdb');
	return !postgres || !onPath('redis-server');
}
