import { createServer, request, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { enc, HmacSHA256 } from 'crypto-js';
import { PARTNER_WEBHOOK, partnerEvent } from '../simulator/notifierPartner';
import type { Client } from './harness/client';
import { poll } from './harness/rest';
import { pathOf, TRIGGER, type PublishedTrigger } from './harness/trigger';
import { emitted, notifiedWorkflow, publishTrigger, refused, urlOf } from './notified';
import { PARTNER_ACCOUNT } from './notifiers';
import { client, running } from './running';

const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };
const MEGABYTE = JSON.stringify({ id: 'large', text: 'x'.repeat(2 ** 20) });

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

const account = (changes: Record<string, unknown> = {}) => ({
	...PARTNER_ACCOUNT,
	data: { ...PARTNER_ACCOUNT.data, ...changes },
});
const publish = async (changes: object = {}, parameters: Record<string, unknown> = {}) =>
	await publishTrigger(n8n, 'partnerTrigger', account({ ...changes }), parameters);

interface Sent {
	body: string | Buffer;
	headers: Record<string, string>;
}

/** By node:http, which sends bytes as they are, in pieces where no length is given. */
async function send(url: string, { body, headers }: Sent, options: RequestOptions = {}) {
	return await new Promise<{ status?: number; body: string }>((resolve, reject) => {
		const all = { 'content-type': 'application/json', ...headers };
		const sent = request(url, { method: 'POST', headers: all, ...options }, (answer) => {
			let text = '';
			answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
			answer.on('end', () => resolve({ status: answer.statusCode, body: text }));
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

const signedBy = (text: string, secret = PARTNER_WEBHOOK.secret) =>
	`sha256=${HmacSHA256(text, secret).toString(enc.Hex)}`;
const seen = async (trigger: PublishedTrigger) => await emitted(n8n, trigger);

describe('the credential', () => {
	const tested = async (data: object) =>
		await n8n.testCredential({ ...PARTNER_ACCOUNT, data: { ...PARTNER_ACCOUNT.data, ...data } });

	it('is tested by its fields', async () => {
		expect(await tested({})).toEqual({ status: 'OK', message: 'The fields fit together' });
		expect(await tested({ scheme: 'stripe' })).toMatchObject({ status: 'OK' });
	});

	it.each<[string, object, RegExp]>([
		['no secret', { secret: ' ' }, /^Secret or Public Key is empty/],
		['a brace', { signedText: '{body' }, /^Signed Text: a brace does not close/],
		['a secret for RSA', { algorithm: 'rsa-sha256' }, /^Secret or Public Key is no public key/],
	])('names the field that is wrong: %s', async (_, data, message) => {
		expect(await tested(data)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	it('without a secret starts no workflow', async () => {
		await expect(publish({ secret: ' ' })).rejects.toThrow('Secret or Public Key is empty');
	});
});

describe('a signed notification', () => {
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publish({ repeatId: '' });
	});
	const last = async () => (await seen(trigger)).pop();

	it.each<[string, string | Buffer, Record<string, string>, object]>([
		['white space', '{ "a" :\t1,\r\n "b": [ ] }\n', {}, { notification: { a: 1, b: [] } }],
		['another script', '{"name":"Žluťoučký 🐎"}', {}, { notification: { name: 'Žluťoučký 🐎' } }],
		['a byte order mark', '\ufeff{"a":2}', {}, { notification: { a: 2 } }],
		['a megabyte', MEGABYTE, {}, { notification: { id: 'large' } }],
		[
			'a form',
			'a=1&b=x%20y',
			{ 'content-type': 'application/x-www-form-urlencoded' },
			{ notification: { a: '1', b: 'x y' } },
		],
		['XML', '<a>1</a>', { 'content-type': 'text/xml' }, { notification: '<a>1</a>' }],
		[
			'several parts',
			'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
			{ 'content-type': 'multipart/form-data; boundary=b' },
			{ notification: null },
		],
		[
			'bytes',
			Buffer.from('89504e470d0a1a0a00ff', 'hex'),
			{ 'content-type': 'image/png' },
			{ notification: null },
		],
	])('is verified over its raw bytes: %s', async (_, body, headers, expected) => {
		expect(await send(urlOf(trigger), partnerEvent(body, headers))).toEqual(ACKNOWLEDGED);
		expect(await last()).toMatchObject({ verified: true, ...expected });
	});

	it('may be compressed: the signature is that of what was compressed', async () => {
		const { body, headers } = partnerEvent('{"a":3}');
		const compressed = { ...headers, 'content-encoding': 'gzip' };
		const sent = { body: gzipSync(body), headers: compressed };
		expect(await send(urlOf(trigger), sent)).toEqual(ACKNOWLEDGED);
		expect(await last()).toMatchObject({ notification: { a: 3 } });
	});

	it('may come in pieces', async () => {
		const { body, headers } = partnerEvent('{"a":4}');
		const sent = { body, headers: { ...headers, 'transfer-encoding': 'chunked' } };
		expect(await send(urlOf(trigger), sent)).toEqual(ACKNOWLEDGED);
		expect(await last()).toMatchObject({ notification: { a: 4 } });
	});

	it('refused leaves a bare status and one line in the log, and starts nothing', async () => {
		const before = (await seen(trigger)).length;
		const forged = { body: '{"a":5}', headers: { 'x-signature': signedBy('{"a":6}') } };
		const { answer, lines } = await refused(trigger, forged);
		expect(answer).toMatchObject({ status: 401, body: '' });
		expect(lines).toEqual([expect.stringContaining('its signature is not right')]);
		expect(lines[0]).not.toMatch(/"a"|sha256=|a secret that/);
		expect(await seen(trigger)).toHaveLength(before);
	});
});

it('while the partner changes the secret either is right', async () => {
	const trigger = await publish({ secret: `the next secret\n${PARTNER_WEBHOOK.secret}` });
	for (const [id, secret] of [
		['1', 'the next secret'],
		['2', PARTNER_WEBHOOK.secret],
	]) {
		const body = `{"id":"${id}"}`;
		const sent = { body, headers: { 'x-signature': signedBy(body, secret) } };
		expect(await send(urlOf(trigger), sent)).toEqual(ACKNOWLEDGED);
	}
	expect(await seen(trigger)).toHaveLength(2);
});

describe('behind a proxy on another host', () => {
	const signedText = '{method} {url}\\n{body}';
	const body = '{"id":"1"}';

	/** Calls n8n under another host and path than the partner calls. */
	async function throughProxy(publicUrl: boolean) {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const address = `http://localhost:${port}/shop/orders`;
		const trigger = await publish({ signedText }, publicUrl ? { publicUrl: address } : {});
		server.on('request', (incoming, outgoing) => {
			const url = urlOf(trigger) + new URL(incoming.url ?? '', address).search;
			const { host: _host, ...headers } = incoming.headers;
			const onward = request(url, { method: incoming.method, headers }, (answer) => {
				outgoing.writeHead(answer.statusCode ?? 0);
				answer.pipe(outgoing);
			});
			incoming.pipe(onward);
		});
		const called = `${address}?day=2026-01-31`;
		const headers = { 'x-signature': signedBy(`POST ${called}\n${body}`) };
		const answer = await send(called, { body, headers });
		server.close();
		return answer;
	}

	it('a signed address is that of Public URL', async () => {
		expect(await throughProxy(true)).toEqual(ACKNOWLEDGED);
	});

	it('without Public URL it is not the one that was signed', async () => {
		expect(await throughProxy(false)).toMatchObject({ status: 401 });
	});

	it('the Production URL needs none', async () => {
		const trigger = await publish({ signedText });
		const headers = { 'x-signature': signedBy(`POST ${urlOf(trigger)}\n${body}`) };
		expect(await send(urlOf(trigger), { body, headers })).toEqual(ACKNOWLEDGED);
	});
});

it('the test URL starts the workflow in the editor', async () => {
	const workflow = await notifiedWorkflow(n8n, 'partnerTrigger', PARTNER_ACCOUNT);
	const { id } = await n8n.createWorkflow(workflow);
	await n8n.rest('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name: TRIGGER } });
	const url = `${running().n8n.url}/webhook-test/${pathOf(workflow)}`;
	expect(await send(url, partnerEvent('{"id":"test"}'))).toEqual(ACKNOWLEDGED);
	await poll(
		async () => ((await n8n.executions(id)).length === 1 ? true : undefined),
		20_000,
		'No execution in the editor.',
	);
});

describe('a handshake', () => {
	it('by POST and by GET is answered before the workflow is published for good', async () => {
		const challenge = {
			useHandshake: true,
			handshakeIf: '{param:challenge}',
			handshakeType: 'text/plain',
			handshakeAnswer: '{param:challenge}',
		};
		const trigger = await publish(challenge);
		const post = { body: '{"challenge":"4711"}', headers: {} };
		expect(await send(urlOf(trigger), post)).toEqual({ status: 200, body: '4711' });
		const get = { body: '', headers: {} };
		const url = `${urlOf(trigger)}?challenge=4712`;
		expect(await send(url, get, { method: 'GET' })).toEqual({ status: 200, body: '4712' });
		expect(await seen(trigger)).toEqual([]);
	});
});

describe('the answer', () => {
	const answer = {
		useAnswer: true,
		answerStatus: 202,
		answerType: 'text/plain',
		answerBody: '[accepted]',
	};
	it.each(['onReceived', 'lastNode'])('is what the partner expects (%s)', async (responseMode) => {
		const trigger = await publish(answer, { responseMode });
		const expected = { status: 202, body: '[accepted]' };
		expect(await send(urlOf(trigger), partnerEvent('{"id":"1"}'))).toEqual(expected);
		expect(await send(urlOf(trigger), partnerEvent('{"id":"1"}'))).toEqual(expected);
		expect(await seen(trigger)).toHaveLength(1);
	});
});
