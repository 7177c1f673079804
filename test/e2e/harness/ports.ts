import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A TCP port on the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, LOOPBACK, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** The preferred port where it is free, else another one. */
export async function portOrFree(preferred: number): Promise<number> {
	return (await isFree(preferred)) ? preferred : await freePort();
}

/** Asks on all interfaces too: a server on 0.0.0.0 does not always stop one on the loopback. */
async function isFree(port: number): Promise<boolean> {
	return (await canListen(port, LOOPBACK)) && (await canListen(port, undefined));
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
	});
}
