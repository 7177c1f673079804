import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { freePort } from '../e2e/harness/ports';

/** PostgreSQL and Redis of this run's own, on free ports of the loopback interface. */
export interface Services {
	postgresPort: number;
	redisPort: number;
	/** The first value of each row that a statement gives, from n8n's database. */
	query(sql: string): Promise<string[]>;
	stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

/** The programs are those that `scripts/servers.mjs` found; without it, this throws. */
export async function startServices(): Promise<Services> {
	const { PARTNER_APIS_POSTGRES: programs, PARTNER_APIS_REDIS: redisServer } = process.env;
	if (!programs || !redisServer) {
		throw new Error('Run this by "npm run test:queue" or "npm run bench:tokens".');
	}
	const directory = mkdtempSync(join(tmpdir(), 'partner-apis-queue-'));
	// PostgreSQL does not run as root, and its own user has to reach the directory.
	chmodSync(directory, 0o777);
	const [postgresPort, redisPort] = [await freePort(), await freePort()];
	const data = join(directory, 'postgres');
	const owner = postgresUser();
	runToEnd([join(programs, 'initdb'), '-D', data, '-U', 'n8n', '--auth=trust', '-N'], owner);
	const postgres = run(
		[
			...[join(programs, 'postgres'), '-D', data, '-p', String(postgresPort), '-k', ''],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
		],
		owner,
	);
	const redis = run([
		redisServer,
		...['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', directory],
		...['--save', '', '--appendonly', 'no'],
	]);
	const stop = async () => {
		await Promise.all([end(postgres, 'SIGINT'), end(redis, 'SIGTERM')]);
		rmSync(directory, { recursive: true, force: true });
	};
	await Promise.all([untilOpen(postgresPort), untilOpen(redisPort)]).catch(
		async (error: unknown) => {
			await stop();
			throw error;
		},
	);
	const database = new Pool({
		host: '127.0.0.1',
		port: postgresPort,
		user: 'n8n',
		database: 'postgres',
		max: 1,
	});
	// Its only connection is idle when the server stops, and may hear of that before it is closed.
	database.on('error', () => {});
	return {
		postgresPort,
		redisPort,
		query: async (sql) => {
			// Several statements give several answers; the last one counts.
			const answers = [await database.query<unknown[]>({ text: sql, rowMode: 'array' })].flat();
			return answers.at(-1)!.rows.map(([value]) => String(value ?? ''));
		},
		stop: async () => {
			await database.end();
			await stop();
		},
	};
}

type Owner = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root; its own user comes with Debian's package. */
function postgresUser(): Owner {
	if (process.getuid?.() !== 0) return {};
	const id = (...args: string[]) => spawnSync('id', args, { encoding: 'utf8' });
	const user = id('postgres').status === 0 ? 'postgres' : 'nobody';
	return { uid: Number(id('-u', user).stdout), gid: Number(id('-g', user).stdout) };
}

function run([command, ...args]: string[], owner: Owner = {}): ChildProcess {
	return spawn(command, args, { stdio: 'ignore', cwd: tmpdir(), ...owner });
}

function runToEnd([command, ...args]: string[], owner: Owner): void {
	const { status, stderr, error } = spawnSync(command, args, {
		encoding: 'utf8',
		cwd: tmpdir(),
		...owner,
	});
	if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.pid === undefined) return;
	const exited = new Promise((resolve) => child.once('exit', resolve));
	child.kill(signal);
	await exited;
}

async function untilOpen(port: number): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (Date.now() < deadline) {
		if (await isOpen(port)) return;
		await sleep(100);
	}
	throw new Error(`Nothing answers on port ${port} after ${READY_WITHIN_MS / 1000} s.`);
}

async function isOpen(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = createConnection({ port, host: '127.0.0.1' });
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
