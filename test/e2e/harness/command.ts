import { spawn } from 'node:child_process';

const SHOWN_LINES = 40;

/**
 * Runs a command to its end and returns what it wrote to stdout.
 * Throws with the end of its output when it fails.
 */
export async function runCommand(command: string, args: string[], cwd: string): Promise<string> {
	let stdout = '';
	let everything = '';
	const code = await new Promise<number | string | null>((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env: outsideOfNpm(process.env),
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		child.stdout.on('data', (data: Buffer) => {
			stdout += data;
			everything += data;
		});
		child.stderr.on('data', (data: Buffer) => (everything += data));
		child.on('error', reject);
		child.on('close', (status, signal) => resolve(status ?? signal));
	});
	if (code === 0) return stdout;
	throw new Error(
		`"${[command, ...args].join(' ')}" failed (${code}):\n${lastLines(everything, SHOWN_LINES)}`,
	);
}

/** The last `count` lines of a text. */
export function lastLines(text: string, count: number): string {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * The environment without what a surrounding `npm start` or `npm test` put there: it names the
 * package that runs the script, and an npm started in another directory would believe it.
 */
function outsideOfNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const foreign = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|prefix)$|INIT_CWD$)/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
