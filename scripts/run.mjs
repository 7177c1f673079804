// Runs a command with visible progress. Plain Node without dependencies.
import { spawn } from 'node:child_process';

const PROGRESS_INTERVAL_IN_MS = 10_000;
const SHOWN_LINES = 80;

const KILL_AFTER_MS = 3_000;
const children = new Set();

/** Ends the commands that are running. npm would go on for minutes to undo what it has done. */
export function endRunning() {
	for (const child of children) {
		child.kill('SIGTERM');
		setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
	}
}

/** Stops with a message for the user, without a stack. */
export function fail(message) {
	throw new Error(message);
}

/** The time since `startedAt` (epoch milliseconds), as "12 s". */
export function seconds(startedAt) {
	return `${Math.round((Date.now() - startedAt) / 1000)} s`;
}

/**
 * Runs a command to its end, says what it does, that it still does, and how long it took.
 * Returns its output; throws with the last lines of it when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, label?: string, quiet?: boolean }} options
 * @returns {Promise<string>}
 */
export async function run(command, args, { cwd, env = {}, label = command, quiet = false } = {}) {
	const startedAt = Date.now();
	const say = (text) => quiet || console.log(text);
	say(`${label} ...`);
	const timer = setInterval(() => say(`  ... ${seconds(startedAt)}`), PROGRESS_INTERVAL_IN_MS);
	let output = '';
	try {
		const code = await new Promise((resolve, reject) => {
			const child = spawn(command, args, {
				cwd,
				env: { ...outsideOfNpm(process.env), ...env },
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			children.add(child);
			child.stdout.on('data', (data) => (output += data));
			child.stderr.on('data', (data) => (output += data));
			child.on('error', reject);
			child.on('exit', () => children.delete(child));
			child.on('close', (status, signal) => resolve(status ?? signal));
		});
		if (code !== 0) {
			const tail = output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
			fail(`${tail}\n"${[command, ...args].join(' ')}" failed (${code}).`);
		}
	} finally {
		clearInterval(timer);
	}
	say(`  done in ${seconds(startedAt)}`);
	return output;
}

/**
 * The environment without what a surrounding `npm start` put there: it names the package that runs
 * the script, and an npm started in another directory would believe it.
 */
export function outsideOfNpm(env) {
	const foreign = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|prefix)$|INIT_CWD$)/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
