import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { BINARY_ENCODING, type IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { request, run } from './nodes';

/** Answers that are no JSON, through the resource Request of a node; a server of its own sends them. */
let simulator: Simulator;
let server: Server;
let answer: { headers: Record<string, string>; body: Buffer };
beforeAll(async () => {
	simulator = await startSimulator();
	server = createServer((_, response) => response.writeHead(200, answer.headers).end(answer.body));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.close();
	await simulator.stop();
});

async function answered(body: Buffer | string, headers: Record<string, string>, options = {}) {
	answer = { headers, body: Buffer.from(body) };
	const { port } = server.address() as AddressInfo;
	const data: IDataObject = { environment: 'custom', baseUrl: `http://127.0.0.1:${port}` };
	const [item] = await run(simulator, 'sasom', request({ options }), { data });
	return item;
}

const ZIPPED = gzipSync('a,b\n1,2\n');
const LATIN = Buffer.from('name\nJos\xe9\n', 'latin1');

it.each([
	['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ZIPPED],
	['application/vnd.ms-excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
	['application/gzip', ZIPPED],
	['application/octet-stream', Buffer.from([0, 255, 254])],
	['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
	['text/csv', LATIN],
])('%s comes out as a file, each byte of it', async (type, bytes) => {
	const { binary, json } = await answered(bytes, { 'content-type': type });
	expect(Buffer.from(binary!.data.data, BINARY_ENCODING)).toEqual(bytes);
	expect(binary!.data.mimeType).toBe(type);
	expect(json).toEqual({});
});

it.each([
	['text/csv; charset=ISO-8859-1', LATIN, 'name\nJosé\n'],
	['text/plain', 'naïve', 'naïve'],
	['application/xml', '<a>1</a>', '<a>1</a>'],
])('%s comes out as text, in its encoding', async (type, body, text) => {
	const { json, binary } = await answered(body, { 'content-type': type });
	expect(json).toEqual({ data: text });
	expect(binary).toBeUndefined();
});

it.each(['application/octet-stream', 'text/html', ''])(
	'JSON is JSON, also where it is called "%s"',
	async (type) => {
		const { json } = await answered('{"orders":1}', { 'content-type': type });
		expect(json).toEqual({ orders: 1 });
	},
);

it('a file keeps its name, and with Full Response status and headers', async () => {
	const headers = {
		'content-type': 'application/pdf',
		'content-disposition': 'attachment; filename="invoice 7.pdf"',
	};
	const { json, binary } = await answered('%PDF-1.7', headers, { fullResponse: true });
	expect(binary!.data.fileName).toBe('invoice 7.pdf');
	expect(json).toMatchObject({ statusCode: 200, headers });
});

it('a file has the name that is meant, and no path', async () => {
	const named = async (disposition: string) => {
		const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition };
		return (await answered('%PDF-1.7', headers)).binary!.data.fileName;
	};
	expect(
		await named('attachment; filename="naive.pdf"; filename*=UTF-8\'\'na%C3%AFve%3B1.pdf'),
	).toBe('naïve;1.pdf');
	expect(await named('attachment; filename="..\\..\\a;b.pdf"')).toBe('a;b.pdf');
});
