import { gzipSync } from 'node:zlib';
import { partnerEvent } from '../simulator/notifierPartner';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { TRIGGER, type PublishedTrigger } from './harness/trigger';
import { emitted, latest, refused, urlOf, type Step } from './notified';
import { ACKNOWLEDGED, listenInEditor, publishPartner, send, type Sent } from './partner-webhooks';
import { client } from './running';

/** Whatever bytes come, the signature is that of these bytes. */
const MEGABYTE = 'x'.repeat(2 ** 20);
const PNG = Buffer.from('89504e470d0a1a0a00ff', 'hex');
const PARTS = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
/** No field holds an ID. */
const UNTOLD = { repeatId: '' };

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

const typed = (body: string | Buffer, type: string) => partnerEvent(body, { 'content-type': type });
const compressed = ({ body, headers }: Sent) => ({
	body: gzipSync(body),
	headers: { ...headers, 'content-encoding': 'gzip' },
});
const inPieces = ({ body, headers }: Sent) => ({
	body,
	headers: { ...headers, 'transfer-encoding': 'chunked' },
});

const READ: Array<[string, Sent, unknown]> = [
	['white space', partnerEvent('{ "a" :\t1,\r\n "b": [ ] }\n'), { a: 1, b: [] }],
	['another script', partnerEvent('{"name":"Žluťoučký 🐎"}'), { name: 'Žluťoučký 🐎' }],
	['a byte order mark', partnerEvent('\ufeff{"a":2}'), { a: 2 }],
	['a megabyte', partnerEvent(`{"id":"${MEGABYTE}"}`), { id: MEGABYTE }],
	['a list', partnerEvent('[{"a":3}]'), [{ a: 3 }]],
	['a compressed one', compressed(partnerEvent('{"a":4}')), { a: 4 }],
	['one in pieces', inPieces(partnerEvent('{"a":5}')), { a: 5 }],
	['both', inPieces(compressed(partnerEvent('{"a":6}'))), { a: 6 }],
	['a form', typed('a=1&b=x%20y', 'application/x-www-form-urlencoded'), { a: '1', b: 'x y' }],
	['XML', typed('<a>1</a>', 'text/xml'), '<a>1</a>'],
	['malformed JSON', partnerEvent('{"a":7,'), '{"a":7,'],
];

const FILES: Array<[string, Buffer, string]> = [
	['a picture', PNG, 'image/png'],
	['several parts', Buffer.from(PARTS), 'multipart/form-data; boundary=b'],
	['any bytes', Buffer.from([0, 255, 13, 10, 0]), 'application/octet-stream'],
];

describe('at the Production URL', () => {
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publishPartner(n8n, UNTOLD);
	});

	it.each(READ)('%s is verified and read', async (_, sent, notification) => {
		expect(await send(urlOf(trigger), sent)).toEqual(ACKNOWLEDGED);
		const items = itemsOf(await latest(n8n, trigger), TRIGGER);
		expect(items).toMatchObject([{ verified: true, notification }]);
	});

	it.each<[string, Sent, number]>([
		['lists in lists', partnerEvent('['.repeat(300_000) + ']'.repeat(300_000)), 400],
		['more than n8n takes', { body: MEGABYTE.repeat(17), headers: {} }, 413],
	])('%s: a bare status, one line in the log, and nothing starts', async (_, sent, status) => {
		const before = (await emitted(n8n, trigger)).length;
		const { answer, lines } = await refused(trigger, { ...sent, body: String(sent.body) });
		expect(answer).toMatchObject({ status, body: '' });
		expect(lines).toHaveLength(1);
		expect(await emitted(n8n, trigger)).toHaveLength(before);
	});
});

it.each(READ)('at the Test URL %s is verified and read', async (_, sent, notification) => {
	const trigger = await listenInEditor(n8n, UNTOLD);
	expect(await send(urlOf(trigger), sent)).toEqual(ACKNOWLEDGED);
	const items = itemsOf(await latest(n8n, trigger), TRIGGER);
	expect(items).toMatchObject([{ verified: true, notification }]);
});

describe('what is no text', () => {
	const asBase64: Step = {
		type: 'n8n-nodes-base.extractFromFile',
		typeVersion: 1,
		parameters: { operation: 'binaryToPropery', binaryPropertyName: 'data', options: {} },
	};
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publishPartner(n8n, UNTOLD, {}, [asBase64]);
	});

	it.each(FILES)('%s is handed on as a file, byte for byte', async (_, body, type) => {
		expect(await send(urlOf(trigger), typed(body, type))).toEqual(ACKNOWLEDGED);
		const execution = await latest(n8n, trigger);
		expect(itemsOf(execution, TRIGGER)).toMatchObject([{ verified: true, notification: null }]);
		expect(itemsOf(execution, 'Then 0')).toEqual([{ data: body.toString('base64') }]);
	});
});
