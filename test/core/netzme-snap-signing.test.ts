import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { accounts, SNAP_KEY } from './accounts';
import { legacyRequest, modernRequest } from './harness';
import { netzmeSnapNode, textOf } from './netzmeSnap';

const { simulator, all, received, operate, lastBody } = netzmeSnapNode();
const request = async (parameters: IDataObject, data: IDataObject = {}) =>
	await operate('request', 'send', { path: '/api/echo', method: 'POST', ...parameters }, { data });
const JSON_BODY = { bodyType: 'json', bodyJson: '{"a":1}' };

describe('A token', () => {
	it('is asked for with the private key, and signs what follows', async () => {
		await request(JSON_BODY);
		expect(all()).toMatchObject([
			{ method: 'POST', url: '/api/v1/access-token/b2b', outcome: 'mint' },
			{ url: '/api/echo', outcome: 'ok' },
		]);
		expect(textOf(all()[0])).toBe('{"grantType":"client_credentials","additionalInfo":{}}');
		const { headers } = received()[0];
		expect(headers).toMatchObject({
			'x-partner-id': 'snapaggregator',
			'channel-id': '95221',
			'content-type': 'application/json',
		});
		expect(headers['x-timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
		expect(headers['x-signature']).toMatch(/^[0-9a-f]{128}$/);
	});

	const key = createPrivateKey(SNAP_KEY);
	it.each<[string, string]>([
		['PEM in one line', SNAP_KEY.replaceAll('\n', '\\n')],
		['PEM, PKCS#1', key.export({ format: 'pem', type: 'pkcs1' }).toString()],
		[
			'Base64 without the lines of PEM, PKCS#8',
			key.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
		],
		[
			'Base64 without the lines of PEM, PKCS#1',
			key.export({ format: 'der', type: 'pkcs1' }).toString('base64'),
		],
	])('is had by %s', async (_what, privateKey) => {
		await request(JSON_BODY, { privateKey });
		expect(simulator().counts('netzmeSnap').mints).toBe(1);
	});

	it.each<[IDataObject, string]>([
		[{ privateKey: '' }, 'Private Key is empty'],
		[{ privateKey: 'abc' }, 'Private Key is no private key'],
		[{ channelId: '' }, 'Channel ID is empty'],
		[{ clientSecret: '' }, 'Client Secret is empty'],
		[{ clientId: '' }, 'Client ID is empty'],
	])('or a request is not sent with %j', async (data, message) => {
		await expect(request(JSON_BODY, data)).rejects.toThrow(message);
		expect(received()).toEqual([]);
	});

	it('is refused in words that name the fields', async () => {
		await expect(request(JSON_BODY, { clientId: 'someone-else' })).rejects.toThrow(
			'Netzme gave no access token. Check Client ID, Private Key, API Family and Environment (HTTP 401)',
		);
	});

	it('is refused to another private key, and the words of Netzme come along', async () => {
		const { privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			publicKeyEncoding: { type: 'spki', format: 'pem' },
		});
		const error = await request(JSON_BODY, { privateKey }).catch((caught: unknown) => caught);
		expect(error).toMatchObject({
			message: expect.stringContaining('Check Client ID, Private Key') as string,
			description: expect.stringContaining('Netzme said: Unauthorized Signature') as string,
		});
		expect(received()).toEqual([]);
	});

	it('that was refused is replaced, and the request is sent again as the same request', async () => {
		await request(JSON_BODY);
		simulator().revoke('netzmeSnap');
		const items = Array.from({ length: 30 }, (_, index) => ({ index }));
		const output = await operate(
			'request',
			'send',
			{ path: '/api/echo', method: 'POST', ...JSON_BODY },
			{ items },
		);
		expect(output).toHaveLength(30);
		expect(simulator().counts('netzmeSnap').mints).toBe(2);
		const echoed = received().filter(({ url }) => url === '/api/echo');
		const ids = echoed.map(({ headers }) => headers['x-external-id']);
		expect(echoed.length).toBeGreaterThan(31);
		expect(new Set(ids).size).toBe(31);
	});

	it('is kept for what follows', async () => {
		await request(JSON_BODY);
		await request(JSON_BODY);
		expect(simulator().counts('netzmeSnap').mints).toBe(1);
	});
});

describe('X-EXTERNAL-ID', () => {
	const idOf = (index: number) => received()[index].headers['x-external-id'];

	it('is made of digits, another one for each request', async () => {
		await request(JSON_BODY);
		await request(JSON_BODY);
		expect(idOf(0)).toMatch(/^\d{32}$/);
		expect(idOf(1)).not.toBe(idOf(0));
	});

	it('stays where a request is sent again', async () => {
		simulator().configure('netzmeSnap', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await operate('balance', 'getSnap');
		expect(received()).toHaveLength(2);
		expect(idOf(1)).toBe(idOf(0));
		expect(textOf(received()[1])).toBe(textOf(received()[0]));
	});

	it('stays in the nodes of others, too, where n8n sends again after a refused token', async () => {
		const stored = accounts.netzmeSnap(simulator());
		const url = `${simulator().urls.netzmeSnap}/api/echo`;
		const send = async () => await modernRequest(stored, { url, method: 'POST', body: { a: 1 } });
		await send();
		stored.data.accessToken = '';
		simulator().revoke('netzmeSnap');
		await send();
		const again = received()
			.filter((each) => each.url === '/api/echo')
			.slice(1);
		expect(again.map(({ outcome }) => outcome)).toEqual(['refused-token', 'ok']);
		expect(new Set(again.map(({ headers }) => headers['x-external-id'])).size).toBe(1);
	});

	const given = async (headers: IDataObject) =>
		await modernRequest(accounts.netzmeSnap(simulator()), {
			method: 'POST',
			url: `${simulator().urls.netzmeSnap}/api/echo`,
			body: {},
			headers,
		});

	it('may be given', async () => {
		await given({ 'x-external-id': '4711' });
		expect(idOf(0)).toBe('4711');
	});

	it('must be digits where it is given', async () => {
		await expect(given({ 'X-External-Id': 'order-1' })).rejects.toThrow(
			'X-EXTERNAL-ID must be digits only, 36 at most',
		);
		expect(received().filter(({ url }) => url === '/api/echo')).toEqual([]);
	});
});

describe('A request', () => {
	it('carries the body minified, with its numbers as they were typed', async () => {
		const bodyText = '{ "amount": 10.50,\n  "note": " two  spaces " }';
		await request({ bodyType: 'text', bodyText });
		expect(received()).toMatchObject([{ outcome: 'ok' }]);
		expect(textOf(received()[0])).toBe('{"amount":10.50,"note":" two  spaces "}');
	});

	it('is signed with its query', async () => {
		await request({
			...JSON_BODY,
			query: { parameter: [{ name: 'b', value: 'x y' }] },
			queryType: 'fields',
		});
		expect(received()).toMatchObject([{ outcome: 'ok' }]);
	});

	it('goes nowhere else', async () => {
		const elsewhere = simulator().urls.netzme;
		await expect(
			legacyRequest(accounts.netzmeSnap(simulator()), { uri: `${elsewhere}/api/echo` }),
		).rejects.toThrow('This credential may only be used with');
		expect([...received(), ...simulator().log('netzme')]).toEqual([]);
	});

	it('with a wrong client secret is refused in words, and no other token is asked for', async () => {
		await expect(request(JSON_BODY, { clientSecret: 'another' })).rejects.toThrow(
			'Netzme: Unauthorized Signature: Netzme refused the signature. Check Client Secret in the credential, and the clock of this machine (HTTP 401, code 4010000)',
		);
		expect(received()).toHaveLength(1);
		expect(simulator().counts('netzmeSnap').mints).toBe(1);
	});

	it('keeps its secrets out of what comes back', async () => {
		const secrets = { callbackToken: 'callback-token-90c1' };
		simulator().configure('netzmeSnap', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const failing = operate(
			'request',
			'send',
			{
				...JSON_BODY,
				path: '/api/echo',
				method: 'POST',
				options: { neverError: true },
			},
			{ data: secrets },
		);
		const [item] = await failing;
		const said = JSON.stringify(item);
		expect(said).toContain('***');
		for (const secret of ['netzme-snap-secret-55e0', secrets.callbackToken, 'Bearer eyJ']) {
			expect(said).not.toContain(secret);
		}
	});
});

it('the body of a read has a reference of its own', async () => {
	await operate('balance', 'getSnap');
	expect(lastBody()).toEqual({
		partnerReferenceNo: expect.stringMatching(/^snapaggregator\d{18}$/),
		accountNo: 'M_test0001',
	});
});
