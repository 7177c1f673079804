import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { N8nProcess } from '../e2e/harness/n8n';

/** Finds the process that has a connection open from a port of this machine. Linux only. */
export function senderOf(port: number, processes: N8nProcess[]): N8nProcess {
	const inode = inodeOfPort(port);
	const sender = processes.find(({ pid }) => socketsOf(pid).includes(`socket:[${inode}]`));
	if (!sender) throw new Error(`None of the processes has a connection from port ${port}.`);
	return sender;
}

/** Rows of /proc/net/tcp (proc(5)): number, local address and port in hex, ..., inode as the tenth. */
function inodeOfPort(port: number): string | undefined {
	const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
	const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFileSync(file, 'utf8'));
	const rows = tables.join('\n').split('\n');
	return rows
		.map((row) => row.trim().split(/\s+/))
		.find(([, local]) => local?.endsWith(suffix))?.[9];
}

function socketsOf(pid: number): string[] {
	const directory = `/proc/${pid}/fd`;
	return readdirSync(directory).map((descriptor) => {
		try {
			return readlinkSync(`${directory}/${descriptor}`);
		} catch {
			return '';
		}
	});
}
