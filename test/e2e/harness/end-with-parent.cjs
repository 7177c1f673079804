// Loaded into n8n before anything else: n8n and its task runner end when the process that started
// them is gone, however that one ended. The sign is the end of stdin, the pipe between the two.
// At once and without n8n's orderly shutdown, which never ends when nobody reads its log any more.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
	// The harness makes n8n the leader of a process group of its own.
	const end = () => process.kill(-process.pid, 'SIGKILL');
	process.stdin.on('end', end).on('error', end).resume();
	process.stdin.unref?.();
}
