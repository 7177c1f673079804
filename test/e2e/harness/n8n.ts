import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './command';
import { installCommunityPackage } from './community-package';
import { n8nEnvironment } from './environment';
import { n8nCommand } from './paths';
import { freePort } from './ports';

const MODES = {
	// Answers 401: whoever asks is not logged in.
	main: { args: ['start'], portVariable: 'N8N_PORT', readyPath: '/rest/login' },
	worker: {
		args: ['worker'],
		portVariable: 'QUEUE_HEALTH_CHECK_PORT',
		readyPath: '/healthz/readiness',
	},
	webhook: { args: ['webhook'], portVariable: 'N8N_PORT', readyPath: '/healthz/readiness' },
};
const READY_WITHIN_MS = 180_000;
const READY_POLL_IN_MS = 250;
const STOP_WITHIN_MS = 10_000;
const SHOWN_LINES = 30;
const SERVER_ERROR = 500;

export interface N8nOptions {
	/** Holds database, settings and packages; a new temporary folder by default. */
	userFolder?: string;
	/** The package under test; none by default. */
	tarball?: string;
	/** Has the last word over the harness's own settings. */
	env?: Record<string, string>;
	/** Any free one by default. */
	port?: number;
}

export interface N8nProcess {
	/** Without a trailing slash. A worker answers only its health check there. */
	url: string;
	port: number;
	pid: number;
	userFolder: string;
	logFile: string;
	/** Everything written to stdout and stderr so far. */
	logs(): string;
	/** The exit code, or the signal that ended it. */
	exited: Promise<number | string>;
	/** SIGTERM, and SIGKILL for what is left after ten seconds. */
	stop(): Promise<void>;
	/** SIGKILL at once, as a crash would. */
	kill(): Promise<void>;
	/** Stops, then deletes the user folder. */
	remove(): Promise<void>;
}

/**
 * Starts n8n's main process with the package installed and waits until it answers.
 * SQLite in the user folder, unless `env` says otherwise.
 * Throws with the end of its log when it exits early or is not ready after three minutes.
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8nProcess> {
	return await start('main', [], options);
}

/**
 * Starts a queue mode worker. Give it the main process's `userFolder` (for the encryption key and
 * the package) and the same `env`. Throws as `startN8n` does.
 */
export async function startWorker(
	options: N8nOptions & { concurrency?: number },
): Promise<N8nProcess> {
	const env = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', ...options.env };
	return await start('worker', [`--concurrency=${options.concurrency ?? 10}`], { ...options, env });
}

/** Starts a queue mode webhook process; the options are those of a worker. Throws as `startN8n`. */
export async function startWebhookProcess(options: N8nOptions): Promise<N8nProcess> {
	return await start('webhook', [], options);
}

async function start(
	mode: keyof typeof MODES,
	args: string[],
	{ userFolder = mkdtempSync(join(tmpdir(), 'partner-apis-n8n-')), tarball, env, port }: N8nOptions,
): Promise<N8nProcess> {
	const { node, n8n } = n8nCommand();
	mkdirSync(userFolder, { recursive: true });
	if (tarball) await installCommunityPackage(userFolder, tarball);

	const { args: command, portVariable, readyPath } = MODES[mode];
	const listenPort = port ?? (await freePort());
	const endWithParent = join(__dirname, 'end-with-parent.cjs');
	const child = spawn(node, ['--require', endWithParent, n8n, ...command, ...args], {
		// n8n reads a .env file of its working directory.
		cwd: userFolder,
		env: await n8nEnvironment(node, userFolder, portVariable, listenPort, env ?? {}),
		// The pipe to stdin is the sign of life for `end-with-parent.cjs`.
		stdio: ['pipe', 'pipe', 'pipe'],
		// A process group of its own: the task runner that n8n starts ends with it.
		detached: true,
	});
	const running = handle(child, mode, userFolder, listenPort);
	await waitUntilReady(running, mode, `${running.url}${readyPath}`);
	return running;
}

function handle(child: ChildProcess, mode: string, userFolder: string, port: number): N8nProcess {
	const logFile = join(userFolder, `n8n-${mode}-${port}.log`);
	const chunks: string[] = [];
	const file = createWriteStream(logFile);
	const collect = (data: Buffer) => {
		chunks.push(data.toString());
		file.write(data);
	};
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	child.stdin?.on('error', () => {});

	const signalGroup = (signal: NodeJS.Signals) => {
		try {
			if (child.pid) process.kill(-child.pid, signal);
		} catch {
			// Nobody of the group is left.
		}
	};
	let ended = false;
	const exited = new Promise<number | string>((resolve) => {
		child.once('error', (error) => {
			chunks.push(String(error));
			resolve('not started');
		});
		child.once('exit', () => {
			ended = true;
			signalGroup('SIGKILL');
		});
		child.once('close', (code, signal) => {
			file.end();
			resolve(code ?? signal ?? 'unknown');
		});
	});
	const end = async (signal: NodeJS.Signals) => {
		if (!ended) child.kill(signal);
		const late = setTimeout(() => signalGroup('SIGKILL'), STOP_WITHIN_MS);
		await exited;
		clearTimeout(late);
	};
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		pid: child.pid ?? 0,
		userFolder,
		logFile,
		logs: () => chunks.join(''),
		exited,
		stop: async () => await end('SIGTERM'),
		kill: async () => await end('SIGKILL'),
		remove: async () => {
			await end('SIGTERM');
			rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

async function waitUntilReady(running: N8nProcess, mode: string, url: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	let code: number | string | undefined;
	void running.exited.then((status) => (code = status));
	while (Date.now() < deadline && code === undefined) {
		if (await answersJson(url)) return;
		await sleep(READY_POLL_IN_MS);
	}
	const what =
		code === undefined
			? `was not ready after ${READY_WITHIN_MS / 1000} s`
			: `exited early (${code})`;
	await running.kill();
	throw new Error(`n8n ${mode} ${what}. Its log ends:\n${lastLines(running.logs(), SHOWN_LINES)}`);
}

/** While n8n is starting its port is closed, or it answers with text or 503. */
async function answersJson(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		const isFailure = response.status >= SERVER_ERROR;
		return !isFailure && (response.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
}
