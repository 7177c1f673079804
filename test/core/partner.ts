import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HmacSHA256 } from 'crypto-js';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { PartnerApi } from '../../credentials/PartnerApi.credentials';
import { Partner } from '../../nodes/Partner/Partner.node';
import { runNode, store, type ContextOptions, type StoredCredential } from './harness';

const KEY = 'key-of-mine';
export const SECRET = 'a-secret-of-mine-and-nobody-else';
const RECIPE = {
	steps: [
		{
			name: 'signature',
			alg: 'hmac-sha256',
			key: '{secret}',
			text: '{timestamp}\\n{method}\\n{pathAndQuery}\\n{body}',
		},
	],
	add: [
		{ in: 'header', name: 'X-Key', value: '{id}' },
		{ in: 'header', name: 'X-Time', value: '{timestamp}' },
		{ in: 'header', name: 'X-Signature', value: '{signature}' },
	],
};
const ENTRIES = [1, 2, 3, 4, 5].map((id) => ({ id }));
const PAGE_SIZE = 2;

interface Received {
	method: string;
	url: string;
	body: string;
	at: number;
}

/** A partner that takes nothing but what it can verify, with an implementation of its own. */
export interface StrictPartner {
	log: Received[];
	stop(): Promise<void>;
	run(parameters: IDataObject, options?: Partial<ContextOptions>): Promise<INodeExecutionData[]>;
	stored(data?: IDataObject): StoredCredential;
}

export async function startPartner(): Promise<StrictPartner> {
	const log: Received[] = [];
	const server = createServer((request, response) => {
		void answer(request, response, log);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const stored = (data: IDataObject = {}) =>
		store(new PartnerApi(), {
			scheme: 'json',
			baseUrl,
			recipe: JSON.stringify(RECIPE),
			id: KEY,
			secret: SECRET,
			...data,
		} as never);
	return {
		log,
		stored,
		stop: async () => await new Promise((resolve) => server.close(() => resolve())),
		run: async (parameters, options = {}) =>
			await runNode(stored(), new Partner(), { ...options, parameters }),
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	log: Received[],
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { method = '', url = '', headers } = request;
	const body = Buffer.concat(chunks).toString();
	log.push({ method, url, body, at: performance.now() });
	const text = [headers['x-time'], method, url, body].join('\n');
	const isSigned =
		headers['x-key'] === KEY && headers['x-signature'] === HmacSHA256(text, SECRET).toString();
	if (!isSigned) return json(response, 401, { message: 'The signature is wrong' });
	const address = new URL(url, `http://${headers.host}`);
	if (address.pathname === '/file') {
		response.writeHead(200, { 'content-type': 'application/pdf' });
		response.end(Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0x00]));
		return;
	}
	const route = ROUTES[address.pathname];
	if (!route) return json(response, 404, { message: 'No such endpoint' });
	json(response, 200, route(address, { method, url, body }));
}

function json(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

const number = ({ searchParams }: URL, name: string) => Number(searchParams.get(name) ?? 0);
const slice = (from: number) => ENTRIES.slice(from, from + PAGE_SIZE);

const ROUTES: Record<string, (address: URL, received: object) => unknown> = {
	'/echo': (_, received) => ({ received }),
	'/page': (address) => slice((number(address, 'page') - 1) * PAGE_SIZE),
	'/knows-no-pages': () => slice(0),
	'/offset': (address) => ({ data: { items: slice(number(address, 'offset')) } }),
	'/cursor': (address) => {
		const from = number(address, 'cursor');
		const next = from + PAGE_SIZE;
		return { data: slice(from), meta: next < ENTRIES.length ? { next: String(next) } : {} };
	},
	'/next': (address) => {
		const from = number(address, 'from');
		const next = from + PAGE_SIZE;
		const links = next < ENTRIES.length ? { next: `${address.origin}/next?from=${next}` } : {};
		return { data: slice(from), links };
	},
	'/elsewhere': () => ({ data: slice(0), links: { next: 'https://evil.example.com/' } }),
	'/failed': () => ({ result: { code: 4001, words: 'No such order' } }),
	'/limits': () => ({ data: [{ id: 1 }, { id: 2 }] }),
	'/repeats-secrets': () => ({ you: SECRET, list: [`secret=${SECRET}`] }),
};
