import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, askNetzme, basic, mintNetzme, netzmeHeaders } from './testing';

const { clientId, clientSecret, merchantId } = DEFAULT_ACCOUNTS.netzme;
const BALANCE = `/api/aggregator/merchant/qr/balance/detail?userId=${merchantId}`;

describe('the signature of Netzme', () => {
	let simulator: Simulator;
	let token: string;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(async () => {
		simulator.reset();
		token = (await mintNetzme(simulator.urls.netzme)).json.access_token;
	});
	afterAll(() => simulator.stop());

	const outcome = () => simulator.log('netzme').at(-1)?.outcome;

	it('accepts the signature over the bytes as sent', async () => {
		const body = '{ "b" : "é 😀",\t"a": 1.0 }';
		const path = '/api/echo?z=%7E%c3%a9&a=x+y&&empty=';
		const answer = await askNetzme(simulator.urls.netzme, { token, method: 'POST', path, body });
		expect(answer).toMatchObject({ status: 200, json: { status: '100' } });
		const { received } = answer.json.body;
		expect(received.url).toBe(path);
		expect(Buffer.from(received.body, 'base64').toString()).toBe(body);
	});

	it.each<[string, Record<string, string>]>([
		['method', { method: 'PUT' }],
		['path', { path: '/api/echo?a=1&b=3' }],
		['order of the query', { path: '/api/echo?b=2&a=1' }],
		['body', { body: '{"a": 1}' }],
		['secret', { clientSecret: 'x' }],
		['time in the signature', { time: String(Date.now() - 1000) }],
	])('refuses a signature over another %s', async (what, changes) => {
		const sent = { token, method: 'POST', path: '/api/echo?a=1&b=2', body: '{"a":1}' };
		const time = String(Date.now());
		const { signature } = netzmeHeaders({ ...sent, time, ...changes });
		const headers = { ...netzmeHeaders({ ...sent, time }), signature };
		const answer = await ask(simulator.urls.netzme, sent.path, { ...sent, headers });
		expect([what, answer.status, outcome()]).toEqual([what, 401, 'bad-signature']);
		expect(simulator.counts('netzme').refused).toBe(0);
	});

	it.each<[string, (headers: Record<string, string>) => Record<string, string>, string]>([
		[
			'one digit of the signature',
			(all) => ({ signature: flipped(all.signature) }),
			'bad-signature',
		],
		['upper case', (all) => ({ signature: all.signature.toUpperCase() }), 'bad-signature'],
		['no signature', () => ({ signature: '' }), 'bad-signature'],
		['another client', () => ({ 'client-id': 'other' }), 'bad-credentials'],
		['another content type', () => ({ 'content-type': 'text/plain' }), 'bad-header'],
		['a time that is no number', () => ({ 'request-time': 'now' }), 'bad-time'],
		['Basic', () => ({ authorization: basic(clientId, clientSecret) }), 'refused-token'],
	])('refuses %s', async (_what, change, expected) => {
		const headers = netzmeHeaders({ token, path: BALANCE });
		const sent = { headers: { ...headers, ...change(headers) } };
		expect((await ask(simulator.urls.netzme, BALANCE, sent)).status).toBe(401);
		expect(outcome()).toBe(expected);
	});

	it('refuses a time too far from its clock, either way', async () => {
		const at = (offset: number) => {
			const time = String(Date.now() + offset);
			return askNetzme(simulator.urls.netzme, { token, path: BALANCE, time });
		};
		expect((await at(-290_000)).status).toBe(200);
		for (const offset of [-310_000, 310_000]) {
			const { status, json } = await at(offset);
			expect([status, outcome()]).toEqual([401, 'bad-time']);
			expect(json.statusMessage).toContain('Request-Time');
		}
		simulator.configure('netzme', { requestTimeToleranceMs: 600_000 });
		expect((await at(310_000)).status).toBe(200);
	});
});

function flipped(signature: string): string {
	return (signature[0] === 'a' ? 'b' : 'a') + signature.slice(1);
}
