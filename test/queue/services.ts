import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../e2e/harness/ports';

/** PostgreSQL and Redis of this run's own, on free ports of the loopback interface. */
export interface Services {
	postgresPort: number;
	redisPort: number;
	/** One value of one row, from n8n's database. */
	query(sql: string): string;
	stop(): Promise<void>;
}

/** Thrown where a server is not installed; the message says how to install it. */
export class MissingServer extends Error {}

const READY_WITHIN_MS = 30_000;
const POSTGRES_HOMES = '/usr/lib/postgresql';

/**
 * @throws MissingServer where PostgreSQL or Redis is not installed
 */
export async function startServices(): Promise<Services> {
	const bin = postgresPrograms();
	const redisServer = programOnPath('redis-server');
	if (!bin || !redisServer) {
		throw new MissingServer(
			'Queue mode needs PostgreSQL and Redis: install them with "apt-get install postgresql redis-server".',
		);
	}
	const directory = mkdtempSync(join(tmpdir(), 'partner-apis-queue-'));
	// PostgreSQL does not run as root, and its own user has to reach the directory.
	chmodSync(directory, 0o777);
	const [postgresPort, redisPort] = [await freePort(), await freePort()];
	const data = join(directory, 'postgres');
	const owner = postgresUser();
	runToEnd([join(bin, 'initdb'), '-D', data, '-U', 'n8n', '--auth=trust', '-N'], owner);
	const postgres = run(
		[
			...[join(bin, 'postgres'), '-D', data, '-p', String(postgresPort), '-k', ''],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
		],
		owner,
	);
	const redis = run([
		redisServer,
		...['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', directory],
		...['--save', '', '--appendonly', 'no'],
	]);
	await Promise.all([untilOpen(postgresPort), untilOpen(redisPort)]);
	const psql = [
		'-h',
		'127.0.0.1',
		'-p',
		String(postgresPort),
		'-U',
		'n8n',
		'-d',
		'postgres',
		'-Atc',
	];
	const query = (sql: string) => {
		const answer = spawnSync(join(bin, 'psql'), [...psql, sql], { encoding: 'utf8' });
		if (answer.status !== 0) throw new Error(answer.stderr);
		return answer.stdout.trim();
	};
	return {
		postgresPort,
		redisPort,
		query,
		stop: async () => {
			await Promise.all([end(postgres, 'SIGINT'), end(redis, 'SIGTERM')]);
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

function postgresPrograms(): string | undefined {
	const versions = existsSync(POSTGRES_HOMES) ? readdirSync(POSTGRES_HOMES) : [];
	const homes = versions
		.sort((a, b) => Number(b) - Number(a))
		.map((v) => join(POSTGRES_HOMES, v, 'bin'));
	const onPath = programOnPath('initdb');
	if (onPath) homes.push(join(onPath, '..'));
	return homes.find(
		(home) => existsSync(join(home, 'initdb')) && existsSync(join(home, 'postgres')),
	);
}

function programOnPath(name: string): string | undefined {
	const directories = (process.env.PATH ?? '').split(':');
	return directories.map((directory) => join(directory, name)).find((file) => existsSync(file));
}

type Owner = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root. */
function postgresUser(): Owner {
	if (process.getuid?.() !== 0) return {};
	const idOf = (flag: string) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
	return { uid: idOf('-u'), gid: idOf('-g') };
}

function run([command, ...args]: string[], owner: Owner = {}): ChildProcess {
	return spawn(command, args, { stdio: 'ignore', cwd: tmpdir(), ...owner });
}

function runToEnd([command, ...args]: string[], owner: Owner): void {
	const { status, stderr } = spawnSync(command, args, {
		encoding: 'utf8',
		cwd: tmpdir(),
		...owner,
	});
	if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null) return;
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
