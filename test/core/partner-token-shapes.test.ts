import { enc, HmacSHA256 } from 'crypto-js';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import type { StoredCredential } from './harness';
import { partner, thisProcess } from './partner-processes';
import { putForward } from './put-forward';

/** Token requests of every shape, over the wire. */
interface Received {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}
interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body: string;
}

const SECRET = 'secret-that-must-not-be-seen';
const BEARER = [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }];
let servers: Server[] = [];
let received: Received[] = [];
afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(servers.map(async (server) => await new Promise((end) => server.close(end))));
	servers = [];
	received = [];
});

/** A server that answers token requests in its way, and all else with what it got. */
async function serve(answer: (request: Received) => Reply | undefined): Promise<string> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			const got = { method, url, headers, body: Buffer.concat(chunks).toString() };
			received.push(got);
			const { status = 200, headers: own = {}, body } = answer(got) ?? { body: '{"ok":true}' };
			response.writeHead(status, { 'content-type': 'application/json', ...own });
			response.end(body);
		});
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const recipeWith = (token: object, add: object[] = BEARER) => JSON.stringify({ token, add });
const credential = (baseUrl: string, recipe: string, data: IDataObject = {}) =>
	partner({ scheme: 'json', baseUrl, id: 'the-id', secret: SECRET, recipe, ...data });
const get = async (row: StoredCredential) =>
	await thisProcess.legacy(row, { uri: `${String(row.data.baseUrl)}/orders` });
const atToken = (reply: (request: Received) => Reply) => (request: Received) =>
	request.url.startsWith('/token') ? reply(request) : undefined;
const failure = async (row: StoredCredential) =>
	(await get(row).then(
		() => new Error('nothing failed'),
		(error: unknown) => error,
	)) as Error & { description?: string };

it('a login by JSON, the token in a header of an answer that is no JSON', async () => {
	const url = await serve(
		atToken(({ body }) => {
			const { user, password } = JSON.parse(body) as IDataObject;
			const isRight = user === 'the-id' && password === SECRET;
			return { status: isRight ? 200 : 403, headers: { 'X-Token': 'in-a-header' }, body: 'OK' };
		}),
	);
	const request = {
		path: '/token',
		body: 'json',
		add: [
			{ in: 'body', name: 'user', value: '{id}' },
			{ in: 'body', name: 'password', value: '{secret}' },
		],
	};
	const answer = { token: 'header:X-Token', life: 60 };
	await get(credential(url, recipeWith({ request, answer })));
	expect(received.map(({ headers }) => headers.authorization)).toEqual([
		undefined,
		'Bearer in-a-header',
	]);
});

it('a GET with Basic, the token as the whole answer, in the query of each call', async () => {
	const url = await serve(
		atToken(({ headers, method }) => {
			const basic = enc.Base64.stringify(enc.Utf8.parse(`the-id:${SECRET}`));
			const isRight = method === 'GET' && headers.authorization === `Basic ${basic}`;
			return {
				status: isRight ? 200 : 403,
				headers: { 'content-type': 'text/plain' },
				body: 'plain.token\n',
			};
		}),
	);
	const request = {
		method: 'GET',
		path: '/token/{id|url}',
		add: [{ in: 'basic', name: '{id}', value: '{secret}' }],
	};
	const add = [{ in: 'query', name: 'access', value: '{token}' }];
	const answer = { token: 'body', unit: 'never' };
	const row = credential(url, recipeWith({ request, answer }, add));
	await get(row);
	expect(received.map((each) => each.url)).toEqual(['/token/the-id', '/orders?access=plain.token']);
	const year = 365 * 24 * 3_600_000;
	expect(Math.abs(Number(row.data.n8n_expires_at) - Date.now() - year)).toBeLessThan(60_000);
});

it('a signed form; the end as a date; renewed before that', async () => {
	let count = 0;
	const url = await serve(
		atToken(({ body }) => {
			const form = new URLSearchParams(body);
			const expected = HmacSHA256(`the-id${form.get('t')}`, SECRET).toString();
			const isRight = form.get('sign') === expected && form.get('id') === 'the-id';
			count += 1;
			const until = new Date(Date.now() + 600_000).toISOString();
			return {
				status: isRight ? 200 : 403,
				body: JSON.stringify({ data: { token: `t${count}`, until } }),
			};
		}),
	);
	const request = {
		path: '/token',
		time: { format: 's' },
		steps: [{ name: 'sign', alg: 'hmac-sha256', key: '{secret}', text: '{id}{timestamp}' }],
		add: [
			{ in: 'body', name: 'id', value: '{id}' },
			{ in: 'body', name: 't', value: '{timestamp}' },
			{ in: 'body', name: 'sign', value: '{sign}' },
		],
	};
	const answer = { token: 'data.token', expires: 'data.until', unit: 'iso' };
	const row = credential(url, recipeWith({ request, answer }));
	const clock = putForward();
	await get(row);
	clock.by(500_000);
	await get(row);
	expect(row.data.accessToken).toBe('t2');
});

describe('a refusal', () => {
	const request = {
		path: '/token',
		add: [{ in: 'body', name: 'client_secret', value: '{secret}' }],
	};
	const recipe = recipeWith({ request, refused: { path: 'code', values: ['7'] } });

	it.each<[string, Reply, string]>([
		['a status', { status: 403, body: '{}' }, 'Check Secret and Base URL (HTTP 403)'],
		[
			'a value in the body of a 200, with a token',
			{ body: '{"code":7,"msg":"no such client","access_token":"x","expires_in":60}' },
			'Check Secret and Base URL',
		],
		['an answer without a token', { body: '{"data":{}}' }, 'Check Secret and Base URL'],
		['no expiry', { body: '{"access_token":"x"}' }, 'expiry is not a number'],
		['a page', { body: '<html></html>' }, 'something that is not JSON'],
		[
			'a redirect',
			{ status: 302, headers: { location: 'https://elsewhere.example.com/' }, body: '' },
			'redirected the request for an access token (HTTP 302)',
		],
	])('%s is a clear error, and nothing is sent with a token', async (_what, reply, message) => {
		const url = await serve(atToken(() => reply));
		expect((await failure(credential(url, recipe))).message).toContain(message);
		expect(received).toHaveLength(1);
	});

	it("shows the partner's words, and no secret that it sends back", async () => {
		const url = await serve(
			atToken(({ body, headers }) => ({
				status: 400,
				body: JSON.stringify({ msg: `unknown: ${body} ${headers.authorization}` }),
			})),
		);
		const basic = {
			path: '/token',
			add: [...request.add, { in: 'basic', name: '{id}', value: '{secret}' }],
		};
		const error = await failure(credential(url, recipeWith({ request: basic })));
		const text = JSON.stringify([error, error.message, error.description, error.stack]);
		expect(text).toContain('unknown: client_secret=***');
		expect(text).not.toContain(SECRET);
		expect(text).not.toContain(Buffer.from(`the-id:${SECRET}`).toString('base64'));
	});
});

describe('where the secrets go', () => {
	const request = { path: '/token', add: [{ in: 'body', name: 's', value: '{secret}' }] };
	const granted = atToken(() => ({ body: '{"access_token":"a","expires_in":60}' }));

	it('to the Token URL that was entered, on another host', async () => {
		const url = await serve(() => undefined);
		const auth = await serve(granted);
		const row = credential(url, recipeWith({ request }), { tokenUrl: `${auth}/token?x=1` });
		await get(row);
		expect(received.map((each) => each.url)).toEqual(['/token?x=1', '/orders']);
	});

	it('never over http to another machine', async () => {
		const url = await serve(granted);
		const row = credential(url, recipeWith({ request }), {
			tokenUrl: 'http://auth.example.com/token',
		});
		expect((await failure(row)).message).toBe('Token URL must begin with https://');
		expect(received).toEqual([]);
	});

	it('never to a host that a recipe names', async () => {
		const url = await serve(granted);
		const elsewhere = { ...request, path: 'https://elsewhere.example.com/token' };
		const row = credential(url, recipeWith({ request: elsewhere }));
		expect((await failure(row)).message).toBe('token.request.path is not a path');
		expect(received).toEqual([]);
	});
});
