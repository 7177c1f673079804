// `npm start`: installs what is missing, then runs the demo (`demo.ts`) until Ctrl-C.
// `npm start -- --once` ends after the demo's table.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureN8n, ensureRoot } from './install.mjs';
import { endRunning } from './run.mjs';

const SCRIPTS = dirname(fileURLToPath(import.meta.url));
const INTERRUPTED = 130;
const EXIT_AFTER_MS = 5_000;

let demo;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM']) {
	process.on(signal, () => {
		interrupted = true;
		if (demo) return demo.kill(signal);
		endRunning();
		// A compiler that npm had started may hold its output open.
		setTimeout(() => process.exit(INTERRUPTED), EXIT_AFTER_MS).unref();
	});
}

try {
	await ensureRoot();
	if (!interrupted) await ensureN8n();
	process.exitCode = interrupted ? INTERRUPTED : await runDemo();
} catch (error) {
	console.error(interrupted ? 'Interrupted.' : error.message);
	process.exitCode = interrupted ? INTERRUPTED : 1;
}

/** The exit code of the demo. */
async function runDemo() {
	const args = ['--import', 'tsx', join(SCRIPTS, 'demo.ts'), ...process.argv.slice(2)];
	demo = spawn(process.execPath, args, { cwd: dirname(SCRIPTS), stdio: 'inherit' });
	return await new Promise((resolve, reject) => {
		demo.on('error', reject);
		demo.on('exit', (code) => resolve(code ?? INTERRUPTED));
	});
}
