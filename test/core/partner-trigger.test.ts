import { HmacSHA256, enc } from 'crypto-js';
import type { IDataObject } from 'n8n-workflow';
import { PartnerWebhookApi } from '../../credentials/PartnerWebhookApi.credentials';
import { PartnerTrigger } from '../../nodes/Partner/PartnerTrigger.node';
import { store } from './harness';
import { serveTrigger, type Served } from './webhook';

const SECRET = 'a-shared-secret-of-ours';
const ADDRESS = 'https://hooks.example.com/orders';
const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };

let served: Served;
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
});

async function serve(credential: IDataObject = {}, parameters: IDataObject = {}): Promise<void> {
	const stored = store(new PartnerWebhookApi(), {
		secret: SECRET,
		signatureName: 'X-Signature',
		...(credential as object),
	});
	const all = { responseMode: 'onReceived', publicUrl: ADDRESS, ...parameters };
	served = await serveTrigger(new PartnerTrigger(), stored, all);
}

const signed = (text: string, secret = SECRET) => HmacSHA256(text, secret).toString(enc.Hex);

interface Sent {
	body?: string | Buffer;
	headers?: Record<string, string>;
	method?: string;
	query?: string;
}

async function send({ body = '', headers = {}, method = 'POST', query = '' }: Sent) {
	const type = { 'content-type': 'application/json' };
	const answer = await fetch(served.url + query, {
		method,
		headers: { ...type, ...headers },
		body: method === 'GET' ? undefined : (body as never),
	});
	return { status: answer.status, body: await answer.text() };
}

const sendSigned = async (body: string, headers: Record<string, string> = {}) =>
	await send({ body, headers: { 'x-signature': signed(body), ...headers } });

describe('a notification with the right signature', () => {
	it('starts the workflow with what it says, and its headers', async () => {
		await serve();
		expect(await sendSigned('{"id":7}')).toEqual(ACKNOWLEDGED);
		expect(served.executions).toEqual([
			[
				{
					verified: true,
					notification: { id: 7 },
					headers: expect.objectContaining({ 'x-signature': signed('{"id":7}') }),
				},
			],
		]);
	});

	it.each([
		['white space', '{ "a" :\t1,\r\n "b": [ ] }\n', { a: 1, b: [] }],
		['another script', '{"name":"Žluťoučký 🐎"}', { name: 'Žluťoučký 🐎' }],
		['a byte order mark', '\ufeff{"a":1}', { a: 1 }],
		['a list', '[{"a":1}]', [{ a: 1 }]],
		['a long number', '{"id":12345678901234567890}', { id: '12345678901234567890' }],
		['what is no JSON', '{"a":', '{"a":'],
	])('is verified over its raw bytes: %s', async (_, body, notification) => {
		await serve();
		expect(await sendSigned(body)).toEqual(ACKNOWLEDGED);
		expect(served.executions).toMatchObject([[{ verified: true, notification }]]);
	});

	it.each([
		['a form', 'application/x-www-form-urlencoded', 'a=1&b=x%20y&b=z', { a: '1', b: ['x y', 'z'] }],
		['XML', 'application/xml', '<a>1</a>', '<a>1</a>'],
		['text', 'text/plain; charset=utf-8', 'hello', 'hello'],
	])('may be %s', async (_, type, body, notification) => {
		await serve();
		expect(await sendSigned(body, { 'content-type': type })).toEqual(ACKNOWLEDGED);
		expect(served.executions).toMatchObject([[{ notification }]]);
	});

	it('is taken from GET as well, with what is in the query', async () => {
		await serve({ signaturePlace: 'query', signatureName: 'sig', signedText: '{param:id}' });
		const query = `?id=7&sig=${signed('7')}`;
		expect(await send({ method: 'GET', query })).toEqual(ACKNOWLEDGED);
		expect(served.executions).toMatchObject([
			[{ verified: true, signedFields: ['id'], notification: { id: '7' } }],
		]);
	});

	it('may be signed with its address as the partner calls it', async () => {
		await serve({ signedText: '{method}{url}{body}' });
		const text = `POST${ADDRESS}?shop=1{}`;
		const headers = { 'x-signature': signed(text) };
		expect(await send({ body: '{}', headers, query: '?shop=1' })).toEqual(ACKNOWLEDGED);
		expect(served.executions).toMatchObject([[{ query: { shop: '1' } }]]);
	});

	it('may be signed with the secret before it, while the partner changes it', async () => {
		await serve({ secret: `the-new-one\n${SECRET}` });
		expect(await sendSigned('{}')).toEqual(ACKNOWLEDGED);
		expect(served.executions).toHaveLength(1);
	});

	it('gets the answer that the partner expects', async () => {
		await serve({
			useAnswer: true,
			answerStatus: 202,
			answerType: 'text/plain',
			answerBody: '[accepted] {param:id}',
		});
		expect(await sendSigned('{"id":"7"}')).toEqual({ status: 202, body: '[accepted] 7' });
	});

	it('shows no secret, where the partner sends the secret itself', async () => {
		await serve({ algorithm: 'text', signedText: '{secret}' });
		await send({ body: `{"token":"${SECRET}"}`, headers: { 'x-signature': SECRET } });
		expect(served.executions).toHaveLength(1);
		expect(JSON.stringify(served.executions)).not.toContain(SECRET);
	});
});

describe('refused, with nothing but a status and one line in the log', () => {
	const body = '{"amount":"10.00"}';
	it.each<[string, Sent]>([
		['no signature', { body }],
		['an empty signature', { body, headers: { 'x-signature': '' } }],
		['another body', { body: '{"amount":"99.00"}', headers: { 'x-signature': signed(body) } }],
		['another secret', { body, headers: { 'x-signature': signed(body, 'another') } }],
		['half a signature', { body, headers: { 'x-signature': signed(body).slice(0, 32) } }],
		['two in one', { body, headers: { 'x-signature': `${signed(body)}, ${signed(body)}` } }],
		['another header', { body, headers: { 'x-signatur': signed(body) } }],
	])('%s', async (_, sent) => {
		await serve();
		expect(await send(sent)).toEqual({ status: 401, body: '' });
		expect(served.executions).toEqual([]);
		expect(served.warnings).toEqual([expect.stringMatching(/^Trigger refused a notification: it/)]);
		expect(served.warnings.join()).not.toMatch(/10\.00|99\.00|a-shared-secret/);
	});

	it('with the status that the partner expects', async () => {
		await serve({ useAnswer: true, refusalStatus: 403 });
		expect(await send({ body: '{}' })).toEqual({ status: 403, body: '' });
	});

	it('too old, by the clock of this machine', async () => {
		await serve({ signedText: '{header:x-time}.{body}', timestampFrom: '{header:x-time}' });
		const at = (seconds: number) => {
			const time = String(Math.floor(Date.now() / 1000) + seconds);
			return { body, headers: { 'x-time': time, 'x-signature': signed(`${time}.${body}`) } };
		};
		expect(await send(at(-301))).toMatchObject({ status: 401 });
		expect(await send(at(302))).toMatchObject({ status: 401 });
		expect(await send(at(-290))).toEqual(ACKNOWLEDGED);
		expect(served.executions).toHaveLength(1);
	});

	it('where the credential cannot be read, so that the partner sends it again', async () => {
		await serve({ secret: '' });
		expect(await sendSigned('{}')).toEqual({ status: 503, body: '' });
		expect(served.warnings.join()).toContain('Secret or Public Key is empty');
	});
});

describe('Allow Unverified Notifications', () => {
	it('starts the workflow with what nothing proves, and says so', async () => {
		await serve({}, { allowUnverified: true });
		expect(await send({ body: '{"a":1}' })).toEqual(ACKNOWLEDGED);
		expect(served.executions).toMatchObject([[{ verified: false, notification: { a: 1 } }]]);
	});

	it('does not let a forged one pass for the real one that follows', async () => {
		await serve({ repeatId: '{param:id}' }, { allowUnverified: true });
		await send({ body: '{"id":1}' });
		await sendSigned('{"id":1}');
		expect(served.executions).toMatchObject([[{ verified: false }], [{ verified: true }]]);
	});
});

describe('a repeat', () => {
	it('is acknowledged and starts nothing: the same body and signature', async () => {
		await serve();
		await sendSigned('{"a":1}');
		expect(await sendSigned('{"a":1}')).toEqual(ACKNOWLEDGED);
		expect(served.executions).toHaveLength(1);
	});

	it('is told by the ID that is signed, whatever else is new', async () => {
		await serve({ repeatId: '{param:id}' });
		await sendSigned('{"id":1,"attempt":1}');
		await sendSigned('{"id":1,"attempt":2}');
		await sendSigned('{"id":2,"attempt":1}');
		expect(served.executions).toHaveLength(2);
	});

	it('with another ID that nothing proves is still one', async () => {
		await serve({ repeatId: '{header:x-id}' });
		await sendSigned('{"a":1}', { 'x-id': '1' });
		await sendSigned('{"a":1}', { 'x-id': '2' });
		await sendSigned('{"a":2}', { 'x-id': '1' });
		expect(served.executions).toHaveLength(1);
	});

	it('is still known after a restart', async () => {
		await serve({ repeatId: '{header:x-id}' });
		await sendSigned('{"a":1}', { 'x-id': '1' });
		served.restart();
		await sendSigned('{"a":1}', { 'x-id': '2' });
		expect(served.executions).toHaveLength(1);
	});

	it('of what failed is taken, with the answer after the workflow', async () => {
		await serve({}, { responseMode: 'lastNode' });
		served.workflow = async () => {
			throw new Error('the workflow failed');
		};
		expect(await sendSigned('{}')).toMatchObject({ status: 500 });
		served.workflow = async () => {};
		expect(await sendSigned('{}')).toEqual(ACKNOWLEDGED);
		expect(served.executions).toHaveLength(2);
	});
});

describe('a handshake', () => {
	const entry = (...pairs: string[][]) => ({
		entry: pairs.map(([one, other]) => ({ one, other })),
	});
	const CHALLENGE = {
		useHandshake: true,
		handshakeIf: '{param:challenge}',
		handshakeChecks: entry(['{param:type}', 'url_verification']),
		handshakeType: 'application/json',
		handshakeAnswer: '{"challenge":"{param:challenge}"}',
	};

	it('is answered, and starts nothing', async () => {
		await serve(CHALLENGE);
		const body = JSON.stringify({ type: 'url_verification', challenge: 'a"b' });
		expect(await send({ body })).toEqual({ status: 200, body: '{"challenge":"a\\"b"}' });
		expect(served.executions).toEqual([]);
	});

	it('by GET is answered with text', async () => {
		await serve({
			...CHALLENGE,
			handshakeIf: '{param:hub.challenge}',
			handshakeChecks: entry(['{param:hub.verify_token}', '{verifyToken}']),
			handshakeType: 'text/plain',
			handshakeAnswer: '{param:hub.challenge}',
			values: { entry: [{ name: 'verifyToken', value: 'made up', mayBeSent: false }] },
		});
		const query = (token: string) => `?hub.challenge=4711&hub.verify_token=${token}`;
		expect(await send({ method: 'GET', query: query('made%20up') })).toEqual({
			status: 200,
			body: '4711',
		});
		expect(await send({ method: 'GET', query: query('wrong') })).toMatchObject({ status: 401 });
	});

	it('is nothing else: what is no handshake needs its signature', async () => {
		await serve(CHALLENGE);
		const body = JSON.stringify({ type: 'event', challenge: '1' });
		expect(await send({ body })).toEqual({ status: 401, body: '' });
	});
});
