import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator, type Simulator } from '../simulator';
import { request, run } from './nodes';

/** What is redacted of an answer; a server of its own sends it. */
let simulator: Simulator;
let server: Server;
let answer: { body: string; headers: Record<string, string> };
beforeAll(async () => {
	simulator = await startSimulator();
	server = createServer((_, response) => response.writeHead(200, answer.headers).end(answer.body));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.close();
	await simulator.stop();
});

const LONG = 'a-secret-of-22-letters';

/** The answer as the node outputs it, to a request with a short key, `merchant`, and a long secret. */
async function output(body: string, headers: Record<string, string>): Promise<unknown> {
	answer = { body, headers };
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const data = { baseUrl, apiKey: 'merchant', apiSecret: LONG };
	const options = { fullResponse: true };
	const [{ json }] = await run(simulator, 'sasom', request({ options }), { data });
	return json;
}

it('keeps the names of fields and longer words in JSON, also where there is a secret', async () => {
	const body = {
		merchant_id: 'M_1',
		merchant: { id: 1, merchants: 'submerchant, merchant_id' },
		note: 'Wrong key: merchant.',
		[LONG]: LONG,
	};
	const headers = { 'content-type': 'application/json', 'x-merchant': 'merchant' };
	expect(await output(JSON.stringify(body), headers)).toMatchObject({
		headers: { 'x-merchant': '***' },
		body: {
			merchant_id: 'M_1',
			merchant: { id: 1, merchants: 'submerchant, merchant_id' },
			note: 'Wrong key: ***.',
			'***': '***',
		},
	});
});

it('changes nothing where a short secret stands in names only', async () => {
	const body = '{"merchant":{"merchant_id":"M_1"},"n":12345678901234}';
	expect(await output(body, { 'content-type': 'application/json' })).toMatchObject({
		body: { merchant: { merchant_id: 'M_1' }, n: 12345678901234 },
	});
});

it('finds a secret that JSON writes with escapes', async () => {
	const body = `{"a":"\\n\\u006derchant","b":"{\\"key\\":\\"merchant\\"}"}`;
	expect(await output(body, { 'content-type': 'application/json' })).toMatchObject({
		body: { a: '\n***', b: '{"key":"***"}' },
	});
});

it('takes text as it is: a word of its own is redacted, a part of one is not', async () => {
	const body = `merchant_id=M_1&key=merchant&x=${LONG}y`;
	expect(await output(body, { 'content-type': 'text/plain' })).toMatchObject({
		body: 'merchant_id=M_1&key=***&x=***y',
	});
});
