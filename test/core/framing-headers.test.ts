import { Readable } from 'node:stream';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, modernRequest } from './harness';
import { PROVIDERS, request, run, type ProviderName } from './nodes';

/** What frames a message is for whoever sends it; the simulator shows the bytes that arrived. */
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());

const HELPERS = [
	['the HTTP Request node', legacyRequest, 'uri'],
	['a node with the newer helper', modernRequest, 'url'],
] as const;

const FRAMING = {
	Connection: 'upgrade',
	'Content-Length': '8',
	' content-length': '8',
	Expect: '200-maybe',
	Host: 'evil.example',
	'KEEP-ALIVE': 'timeout=1',
	'Proxy-Connection': 'close',
	te: 'trailers',
	Trailer: 'X-Checksum',
	'Transfer-Encoding ': 'chunked',
	Upgrade: 'websocket',
};
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
const NUMBERS = { 'content-length': 8 };
const TEXT = JSON.stringify({ amount: 100000 });

interface Arrived {
	headers: Record<string, string>;
	body: string;
}

function arrived(provider: ProviderName): Arrived {
	const { headers, body } = simulator.log(provider).at(-1)!;
	return { headers, body: Buffer.from(body, 'base64').toString() };
}

function expectWhole(provider: ProviderName, expected: string): void {
	const { headers, body } = arrived(provider);
	expect(body).toBe(expected);
	expect(headers['content-length']).toBe(String(Buffer.byteLength(expected)));
	expect(headers.host).toBe(new URL(simulator.urls[provider]).host);
	for (const name of ['expect', 'te', 'trailer', 'transfer-encoding', 'upgrade']) {
		expect(headers).not.toHaveProperty(name);
	}
	expect(headers).not.toHaveProperty('keep-alive');
	expect(headers).not.toHaveProperty('proxy-connection');
	expect(headers.connection).toMatch(/^(close|keep-alive)$/);
}

describe.each(HELPERS)('Through %s', (_name, send, address) => {
	const bodies: Array<[string, IDataObject, string]> = [
		[
			'a form',
			address === 'uri'
				? { form: { amount: '100000' } }
				: { body: { amount: '100000' }, headers: FORM },
			'amount=100000',
		],
		['JSON', { body: { amount: 100000 } }, TEXT],
		['JSON as text', { body: TEXT, headers: JSON_TYPE, json: false }, TEXT],
		['bytes', { body: Buffer.from('amount=100000') as never, json: false }, 'amount=100000'],
	];

	describe.each(PROVIDERS)('%s', (provider) => {
		it.each(bodies)('takes no framing from the headers of %s', async (_what, options, expected) => {
			for (const framing of [FRAMING, NUMBERS]) {
				await send(accounts[provider](simulator), {
					[address]: `${simulator.urls[provider]}/api/echo`,
					method: 'POST',
					...options,
					headers: { ...(options.headers as IDataObject), ...framing },
				});
				expectWhole(provider, expected);
			}
		});
	});
});

it('a signature of Pledg takes none either', async () => {
	await legacyRequest(accounts.pledg(simulator, { authentication: 'signature' }), {
		uri: `${simulator.urls.pledg}/api/echo`,
		method: 'POST',
		body: { data: { amountCents: 100000 } },
		headers: FRAMING,
	});
	expectWhole('pledg', '');
});

it.each(PROVIDERS)('%s: nor does the resource Request of the own node', async (provider) => {
	const headers = { field: [{ name: 'Content-Length', value: '8' }] };
	await run(
		simulator,
		provider,
		request({ method: 'POST', bodyType: 'json', bodyJson: TEXT, headers }),
	);
	expectWhole(provider, TEXT);
});

describe('A file that the HTTP Request node streams', () => {
	const FILE = 'x'.repeat(100_000);
	const upload = async (provider: ProviderName, headers: IDataObject) => {
		await legacyRequest(accounts[provider](simulator), {
			uri: `${simulator.urls[provider]}/api/echo`,
			method: 'POST',
			body: Readable.from([Buffer.from(FILE)]) as never,
			headers: { 'content-type': 'application/pdf', ...headers },
			json: false,
		});
		return arrived(provider);
	};

	it.each(['sasom', 'pledg', 'su', 'guestline'] as const)(
		'%s: arrives with the length that n8n gives',
		async (provider) => {
			const { headers, body } = await upload(provider, { 'content-length': FILE.length });
			expect(body).toBe(FILE);
			expect(headers['content-length']).toBe('100000');
			expect(headers).not.toHaveProperty('transfer-encoding');
		},
	);

	it('arrives whole in chunks where the length is what a user has typed', async () => {
		const { headers, body } = await upload('sasom', { 'Content-Length': '8' });
		expect(body).toBe(FILE);
		expect(headers).not.toHaveProperty('content-length');
	});
});
