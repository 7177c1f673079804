import { createServer as createNetServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { NodeOperationError } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { selfSigned } from './certificate';
import { request, run } from './nodes';

const IN_DOUBT = '. It may have been carried out: look at the provider before you send it again';

let simulator: Simulator;
let server: Server;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	if (server.listening) await new Promise((resolve) => server.close(resolve));
});
afterAll(() => simulator.stop());

async function listen(listening: Server): Promise<number> {
	server = listening;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

async function failure(baseUrl: string, method = 'POST'): Promise<NodeOperationError> {
	const running = run(simulator, 'sasom', request({ method }), { data: { baseUrl } });
	return await running.then(
		() => Promise.reject(new Error('It succeeded')),
		(error: NodeOperationError) => error,
	);
}

async function closedPort(): Promise<number> {
	const port = await listen(createNetServer());
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe('nothing was sent, and the error says so,', () => {
	it('where nobody listens', async () => {
		const port = await closedPort();
		expect(await failure(`http://127.0.0.1:${port}`)).toMatchObject({
			message: 'SASOM could not be reached',
			description: expect.stringMatching(/^Nothing was sent\. Check .+ \(ECONNREFUSED\)\.$/),
		});
	});

	it('where the certificate is not accepted', async () => {
		const received: string[] = [];
		const tls = createTlsServer(selfSigned('127.0.0.1'), (socket) => {
			socket.on('data', (data) => received.push(data.toString()));
		});
		tls.on('tlsClientError', () => {});
		const port = await listen(tls);
		expect(await failure(`https://127.0.0.1:${port}`)).toMatchObject({
			message: 'SASOM could not be reached',
			description: expect.stringMatching(
				/^Nothing was sent\. Check .+ \(DEPTH_ZERO_SELF_SIGNED_CERT\)\.$/,
			),
		});
		expect(received).toEqual([]);
	});
});

describe('a write stays in doubt', () => {
	it.each([
		['after it was sent', true],
		['before anything was sent', false],
	])('where the connection is cut %s', async (_when, isRead) => {
		const port = await listen(
			createNetServer((socket) => {
				if (isRead) socket.once('data', () => socket.destroy());
				else socket.destroy();
			}),
		);
		expect(await failure(`http://127.0.0.1:${port}`)).toMatchObject({
			message: `SASOM cut the connection before it answered${IN_DOUBT}`,
			description: expect.stringMatching(/^Check .+ \((ECONNRESET|EPIPE)\)\.$/),
		});
	});

	it('where something else than HTTP is answered', async () => {
		const port = await listen(
			createNetServer((socket) => socket.end('220 Welcome\r\n', () => socket.destroy())),
		);
		expect(await failure(`http://127.0.0.1:${port}`)).toMatchObject({
			message: `SASOM cut the connection before it answered${IN_DOUBT}`,
		});
	});
});
