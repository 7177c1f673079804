import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SCHEDULE } from '../../credentials/token/schedule';
import { Netzme } from '../../nodes/Netzme/Netzme.node';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, runNode } from './harness';
import { request } from './nodes';
import { putForward, until } from './put-forward';

/** What a careful reviewer broke once. */
let simulator: Simulator;
let servers: Server[];
beforeEach(async () => {
	simulator = await startSimulator();
	servers = [];
});
afterEach(async () => {
	jest.restoreAllMocks();
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

const json = (value: unknown) => JSON.stringify(value);

describe('A signed Pledg purchase link through the HTTP Request node', () => {
	it('is sent once, even where a token is due while it fails', async () => {
		simulator.configure('pledg', { tokenLifeMs: 600_000 });
		const pledg = accounts.pledg(simulator);
		const uri = `${simulator.urls.pledg}/api/purchase_link/`;
		await legacyRequest(pledg, { uri: `${simulator.urls.pledg}/api/echo` });
		simulator.configure('pledg', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 500, delayMs: 100 }],
		});
		const body = { data: { amountCents: 1 } };
		const sent = () =>
			simulator.log('pledg').filter(({ url }) => url.startsWith('/api/purchase_link/'));
		const failing = legacyRequest(pledg, { uri, method: 'POST', body });
		await Promise.all([
			expect(failing).rejects.toThrow(),
			until(() => sent().length > 0).then(() => putForward().by(500_000)),
		]);
		expect(sent()).toHaveLength(1);
	});
});

describe('A token endpoint', () => {
	it('that fails costs nothing of the budget of tokens', async () => {
		simulator.configure('su', {
			failNext: [{ target: 'token', count: 1, kind: 'status', status: 503 }],
		});
		const su = accounts.su(simulator);
		const send = async () => await legacyRequest(su, { uri: `${simulator.urls.su}/api/echo` });
		await expect(send()).rejects.toThrow('could not hand out an access token (HTTP 503)');
		putForward().by(SCHEDULE.pauseAfterFailureInMs + 1);
		expect((await send()).statusCode).toBe(200);
		const { mints } = JSON.parse(String(su.data.accessTokenState)) as { mints: number[] };
		expect(mints).toHaveLength(1);
	});

	it('that answers byte by byte is given up in time', async () => {
		jest.replaceProperty(SCHEDULE, 'requestTimeoutInMs', 300);
		const baseUrl = await serve((_, response) => {
			const timer = setInterval(() => response.write(' '), 50);
			response.on('close', () => clearInterval(timer));
		});
		const netzme = accounts.netzme(simulator, { baseUrl });
		await expect(legacyRequest(netzme, { uri: `${baseUrl}/x` })).rejects.toThrow(
			'within 0.3 seconds',
		);
	});

	it('that never ends its answer is cut off', async () => {
		let sent = 0;
		const baseUrl = await serve((_, response) => {
			const chunk = Buffer.alloc(65_536, 'x');
			const write = () => {
				if (response.destroyed) return;
				sent += chunk.length;
				response.write(chunk, () => setImmediate(write));
			};
			write();
		});
		const netzme = accounts.netzme(simulator, { baseUrl });
		await expect(legacyRequest(netzme, { uri: `${baseUrl}/x` })).rejects.toThrow('more than 64 KB');
		expect(sent).toBeLessThan(20_000_000);
	});

	it('whose answer hides the token elsewhere has it in no error', async () => {
		const hidden = 'LIVE-TOKEN-0123456789abcdef';
		const baseUrl = await serve((_, response) =>
			response.end(json({ status: 'SUCCESS', body: { access_token: hidden } })),
		);
		const netzme = accounts.netzme(simulator, { baseUrl });
		const error = (await legacyRequest(netzme, { uri: `${baseUrl}/x` }).catch(
			(caught: unknown) => caught,
		)) as Error & { description: string };
		expect(error.message).toContain('gave no access token');
		expect(json([error, error.description, error.stack])).not.toContain(hidden);
	});
});

describe('A 401 that is not about the token', () => {
	const refuseAll = {
		failNext: [{ target: 'api' as const, count: 500, kind: 'status' as const, status: 401 }],
	};

	it('does not cost one token for each item of the own node', async () => {
		simulator.configure('netzme', refuseAll);
		const items = Array.from({ length: 30 }, () => ({}));
		await runNode(accounts.netzme(simulator), new Netzme(), {
			parameters: request({ options: { concurrency: 1 } }),
			items,
			continueOnFail: true,
		});
		expect(simulator.counts('netzme').mints).toBeLessThanOrEqual(6);
	}, 60_000);
});
