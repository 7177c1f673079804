import { ACKNOWLEDGED, send, sendSigned, serve, served, stopServing } from './partner-served';

afterEach(stopServing);

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
