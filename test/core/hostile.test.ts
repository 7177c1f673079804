import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, runNode, store } from './harness';
import { request, run } from './nodes';

/** What a careful reviewer broke once. */
let simulator: Simulator;
let servers: Server[];
beforeEach(async () => {
	simulator = await startSimulator();
	servers = [];
});
afterEach(async () => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	await simulator.stop();
});

async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('What a provider answers', () => {
	const answering = async (body: string, headers: IDataObject = {}) => {
		const baseUrl = await serve((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json', ...headers } as never);
			response.end(body);
		});
		return store(accounts.sasom(simulator).type, {
			baseUrl,
			apiKey: 'shop42',
			apiSecret: 'shop42-live-100000',
		});
	};
	const outputOf = async (body: string, headers: IDataObject = {}) => {
		const { Sasom } = await import('../../nodes/Sasom/Sasom.node');
		const parameters = request({ options: { fullResponse: true } });
		const [item] = await runNode(await answering(body, headers), new Sasom(), { parameters });
		return item.json as { body: unknown; headers: IDataObject };
	};

	it('keeps its numbers where a secret is redacted', async () => {
		const { body } = await outputOf('{"needed":100000,"said":"shop42-live-100000"}');
		expect(body).toEqual({ needed: 100000, said: '***' });
	});

	it('repeats no secret in its headers either', async () => {
		const { headers } = await outputOf('{}', { 'x-echo': 'Basic shop42-live-100000' });
		expect(headers['x-echo']).toBe('Basic ***');
	});

	it('is read behind a byte order mark', async () => {
		const failing = run(
			simulator,
			'sasom',
			{ resource: 'order', operation: 'getProcessing' },
			{
				data: (await answering('\uFEFF{"success":false,"message":"No."}')).data as IDataObject,
			},
		);
		await expect(failing).rejects.toThrow('SASOM: No. (HTTP 200)');
	});

	it('is a clear error where a web page comes in place of the data', async () => {
		const failing = run(
			simulator,
			'sasom',
			{ resource: 'order', operation: 'getProcessing' },
			{
				data: (await answering('<html>Maintenance</html>')).data as IDataObject,
			},
		);
		await expect(failing).rejects.toThrow('The answer is not what this operation gets as a rule');
	});
});

describe('Headers of the request', () => {
	const received = async (headers: IDataObject) => {
		const { body } = await legacyRequest(accounts.guestline(simulator), {
			uri: `${simulator.urls.guestline}/api/echo`,
			headers,
		});
		return (body.received as { headers: IDataObject }).headers;
	};

	it('cannot take the place of ours with white space in their names', async () => {
		expect((await received({ 'X-Product-Id ': 'EVIL' }))['x-product-id']).toBeUndefined();
		await received({ ' Authorization': 'Basic ZXZpbDpldmls' });
		expect(simulator.log('guestline').at(-1)?.outcome).toBe('ok');
	});

	it('cannot name another host', async () => {
		await received({ Host: 'evil.example' });
		expect(simulator.log('guestline').at(-1)?.headers.host).toMatch(/^127\.0\.0\.1:/);
	});

	it('cannot be overruled by the option "auth"', async () => {
		const answer = await legacyRequest(accounts.netzme(simulator), {
			uri: `${simulator.urls.netzme}/api/echo`,
			auth: { user: 'a', pass: 'b' },
		});
		expect(answer.statusCode).toBe(200);
	});
});

it('reports a mistake in an expression as such, not as a network failure', async () => {
	const failing = run(simulator, 'sasom', request({ path: "={{ $('Missing').item.json.x }}" }));
	await expect(failing).rejects.toThrow("Referenced node doesn't exist");
	expect(simulator.log('sasom')).toHaveLength(0);
});

it('a bytes body under a form type is signed as it is sent', async () => {
	const answer = await legacyRequest(accounts.netzme(simulator), {
		uri: `${simulator.urls.netzme}/api/echo`,
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: Buffer.from('a=1&b=2') as never,
	});
	expect(answer.statusCode).toBe(200);
});
