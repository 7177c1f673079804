import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest } from './harness';

let simulator: Simulator;
let elsewhere: Server;
let elsewhereUrl: string;
let hits: number;
beforeAll(async () => {
	elsewhere = createServer((_request, response) => {
		hits += 1;
		response.end('{}');
	});
	await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
	elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(() => elsewhere.close());
beforeEach(async () => {
	// On new ports every time: what a process knows of a token belongs to the base URL.
	simulator = await startSimulator();
	hits = 0;
});
afterEach(async () => await simulator.stop());

const PROVIDERS = ['sasom', 'pledg', 'su', 'guestline', 'netzme'] as const;
const helpers = [
	['the HTTP Request node', legacyRequest, 'uri'],
	['the newer helper', modernRequest, 'url'],
] as const;

describe.each(helpers)('Through %s', (_name, request, address) => {
	describe.each(PROVIDERS)('the %s credential', (provider) => {
		const send = async (options: IDataObject, data: IDataObject = {}) =>
			await request(accounts[provider](simulator, data), options);

		it('goes to no other host', async () => {
			await expect(send({ [address]: `${elsewhereUrl}/api/echo` })).rejects.toThrow(
				`This credential may only be used with ${simulator.urls[provider]}`,
			);
			expect(hits).toBe(0);
		});

		it('goes to no other host that a baseURL or a second slash smuggles in', async () => {
			const host = elsewhereUrl.replace('http:', '');
			for (const options of [
				{ baseURL: elsewhereUrl, [address]: '/api/echo' },
				{ baseURL: simulator.urls[provider], [address]: `${host}/api/echo` },
				{ [address]: `${host.replaceAll('/', '\\')}/api/echo` },
				{ [address]: `http://user:word@${host.slice(2)}/api/echo` },
			]) {
				await expect(send(options)).rejects.toThrow('may only be used with');
			}
			expect(hits).toBe(0);
		});

		it.each([301, 302, 307, 308])('follows no redirect to another host (%i)', async (status) => {
			await send({ [address]: `${simulator.urls[provider]}/api/echo` });
			simulator.configure(provider, {
				failNext: [
					{ target: 'api', count: 2, kind: 'redirect', status, location: `${elsewhereUrl}/x` },
				],
			});
			await expect(send({ [address]: `${simulator.urls[provider]}/api/echo` })).rejects.toThrow();
			expect(hits).toBe(0);
		});

		it.each([
			['has no scheme', 'api.example.com', 'Base URL must begin with https://'],
			['is http', 'http://api.example.com', 'Base URL must begin with https://'],
			['has a path', 'https://api.example.com/v1', 'Base URL must be scheme and host only'],
			['is empty', '  ', 'Base URL is empty'],
			['is no address', 'https://', 'Base URL is not a valid address'],
		])('names the base URL that %s, and sends nothing', async (_what, baseUrl, message) => {
			await expect(send({ [address]: `${baseUrl}/api/echo` }, { baseUrl })).rejects.toThrow(
				message,
			);
			expect(simulator.log(provider)).toHaveLength(0);
		});
	});
});

it('follows no redirect of a token request', async () => {
	for (const provider of ['pledg', 'su', 'netzme'] as const) {
		simulator.configure(provider, {
			failNext: [
				{ target: 'token', count: 1, kind: 'redirect', status: 307, location: `${elsewhereUrl}/x` },
			],
		});
		const stored = accounts[provider](simulator, {
			baseUrl: simulator.urls[provider].replace('127.0.0.1', 'localhost'),
		});
		const uri = `${simulator.urls[provider].replace('127.0.0.1', 'localhost')}/api/echo`;
		await expect(legacyRequest(stored, { uri })).rejects.toThrow(
			'redirected the request for an access token (HTTP 307)',
		);
	}
	expect(hits).toBe(0);
});
