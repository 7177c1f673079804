import {
	ACKNOWLEDGED,
	ADDRESS,
	SECRET,
	send,
	sendSigned,
	serve,
	served,
	signed,
	stopServing,
	type Sent,
} from './partner-served';

afterEach(stopServing);

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

	it.each<['webhook' | 'manual', string]>([
		['webhook', 'https://n8n.example.com/webhook/trigger/webhook'],
		['manual', 'https://n8n.example.com/webhook-test/trigger/webhook'],
	])('may be signed with the address that n8n shows for it (%s)', async (mode, address) => {
		await serve({ signedText: '{url}' }, { publicUrl: '' }, mode);
		const headers = { 'x-signature': signed(`${address}?shop=1`) };
		expect(await send({ body: '{}', headers, query: '?shop=1' })).toEqual(ACKNOWLEDGED);
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

	it('shows no secret, where the partner sends it as the password of Basic', async () => {
		await serve({
			algorithm: 'text',
			signedText: 'Basic {credentials|base64}',
			signatureName: 'Authorization',
			values: { entry: [{ name: 'credentials', value: `user:${SECRET}`, mayBeSent: false }] },
		});
		const basic = Buffer.from(`user:${SECRET}`).toString('base64');
		await send({ body: '{}', headers: { authorization: `Basic ${basic}` } });
		expect(served.executions).toMatchObject([[{ headers: { authorization: '***' } }]]);
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
