import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** The only way out of an n8n that has it as HTTPS_PROXY. */
export interface Tunnel {
	/** Of the proxy. */
	url: string;
	/** What was asked for beside the route, as `host:port`. */
	refused: string[];
	close(): void;
}

/**
 * A proxy on the loopback interface that connects one host (`name:port`) with a local port, and
 * refuses every other one.
 */
export async function openTunnel(host: string, port: number): Promise<Tunnel> {
	const refused: string[] = [];
	const open = new Set<Duplex>();
	const server = createServer();
	server.on('connect', ({ url = '' }, socket: Duplex, head: Buffer) => {
		if (url !== host) {
			refused.push(url);
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		const target = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			target.write(head);
			socket.pipe(target).pipe(socket);
		});
		for (const end of [socket, target]) {
			open.add(end);
			end.on('error', () => [socket, target].forEach((each) => each.destroy()));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		refused,
		close: () => {
			server.close();
			for (const socket of open) socket.destroy();
		},
	};
}
