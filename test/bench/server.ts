import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface BenchServer {
	url: string;
	stop(): void;
}

/** A server in a process of its own that answers after `latency` milliseconds with `size` bytes. */
export async function startServer(latency: number, size: number): Promise<BenchServer> {
	const child = fork(join(__dirname, 'server.cjs'), [String(latency), String(size)], {
		execArgv: [],
	});
	const [port] = (await once(child, 'message')) as [number];
	return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}
