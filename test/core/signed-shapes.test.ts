import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest } from './harness';

/** The simulator recomputes every signature over the raw bytes that arrive and answers 401 if it differs. */
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const nested = { list: [1, 'two', null], deep: { 'ключ & =?': ['☃', '𝒳'], empty: [], none: {} } };

const queries: Array<[string, IDataObject]> = [
	['simple values', { a: '1', b: 'x y', c: true, d: 1.5 }],
	['arrays and nested objects', { list: [1, 2], filter: { from: 'a', to: ['b', 'c'] } }],
	['unicode and reserved characters', { 'ü ☃': '+%&=#?/𝒳', "q'(!*)": '~-._' }],
	['null, undefined and empty ones', { n: null, u: undefined, e: '', l: [] }],
];

const bodies: Array<[string, IDataObject, string]> = [
	['a JSON object', { body: nested as IDataObject }, JSON.stringify(nested)],
	['a JSON list', { body: [1, { a: 'ü' }] }, '[1,{"a":"ü"}]'],
	['an empty JSON object', { body: {} }, '{}'],
	['text', { body: ' not JSON ☃ ', headers: { 'content-type': 'text/plain' } }, ' not JSON ☃ '],
	[
		'JSON as text, with spaces of its own',
		{ body: '{ "a" : 1 }\n', headers: { 'content-type': 'application/json' } },
		'{ "a" : 1 }\n',
	],
	['bytes', { body: Buffer.from([0, 255, 10, 13]) as never }, '\u0000�\n\r'],
];

const helpers = [
	['the HTTP Request node', legacyRequest, 'uri'],
	['a node with the newer helper', modernRequest, 'url'],
] as const;

describe.each(helpers)('Netzme, signed, through %s', (_name, request, address) => {
	const send = async (options: IDataObject) => {
		const answer = await request(accounts.netzme(simulator), {
			[address]: `${simulator.urls.netzme}/api/echo`,
			...options,
		});
		return (answer.body.body as IDataObject).received as { url: string; body: string };
	};

	it.each(queries)('accepts a query of %s', async (_what, qs) => {
		expect((await send({ qs })).url).toMatch(/^\/api\/echo/);
	});

	it.each(bodies)('accepts %s as body, byte for byte', async (_what, options, expected) => {
		const { body } = await send({ method: 'POST', ...options });
		expect(Buffer.from(body, 'base64').toString('utf8')).toBe(expected);
	});

	it('accepts a query in the address besides one in fields', async () => {
		const url = `${simulator.urls.netzme}/api/echo?first=a%20b&x=%C3%BC`;
		expect((await send({ [address]: url, qs: { second: [1, 2] } })).url).toBe(
			'/api/echo?first=a%20b&x=%C3%BC&second%5B0%5D=1&second%5B1%5D=2',
		);
	});

	it('accepts a form with repeated, nested and unicode fields', async () => {
		const fields = { a: '1 2', list: ['x', 'y'], ü: '+%&' };
		const options = address === 'uri' ? { form: fields } : { body: fields, headers: FORM };
		const { body } = await send({ method: 'POST', ...options });
		const received = new URLSearchParams(Buffer.from(body, 'base64').toString('utf8'));
		expect(Object.fromEntries(received)).toEqual({
			a: '1 2',
			'list[0]': 'x',
			'list[1]': 'y',
			ü: '+%&',
		});
	});

	it.each(['PUT', 'PATCH', 'DELETE'])('accepts %s with a body', async (method) => {
		expect((await send({ method, body: { a: 1 } })).url).toBe('/api/echo');
	});

	it('refuses a stream before anything is sent', async () => {
		const before = simulator.log('netzme').filter(({ outcome }) => outcome === 'ok').length;
		const stream = { pipe: () => undefined };
		await expect(send({ method: 'POST', body: stream as never })).rejects.toThrow(
			'cannot sign a file or a stream',
		);
		const after = simulator.log('netzme').filter(({ outcome }) => outcome === 'ok').length;
		expect(after).toBe(before);
	});
});
