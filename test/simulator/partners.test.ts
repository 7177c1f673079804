import { createHash, createHmac, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { minified } from './minified';
import { ask, JSON_TYPE, type Received } from './testing';

const { exchange, snap } = DEFAULT_ACCOUNTS;
const vectors = JSON.parse(
	readFileSync(join(__dirname, '..', 'vectors', 'snap-bi.json'), 'utf8'),
) as { privateKey: string };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const NONCE = '0123456789abcdef0123456789abcdef';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

describe('the exchange', () => {
	const seconds = () => String(Math.floor(Date.now() / 1000));
	const mint = async (changes: object = {}) => {
		const timestamp = seconds();
		const hmac = createHmac('sha256', exchange.appSecret).update(exchange.appId + timestamp);
		const body = { appId: exchange.appId, timestamp, sign: hmac.digest('hex'), ...changes };
		return await ask(simulator.urls.exchange, '/v1/token', {
			method: 'POST',
			headers: JSON_TYPE,
			body: JSON.stringify(body),
		});
	};
	const get = async (path: string, token: string, changes: Record<string, string> = {}) => {
		const time = seconds();
		const text = ['GET', path, time, NONCE, token, sha256('')].join('\n');
		const headers = {
			'x-app-id': exchange.appId,
			'x-timestamp': time,
			'x-nonce': NONCE,
			'x-token': token,
			'x-sign': createHmac('sha256', exchange.appSecret).update(text).digest('base64'),
			...changes,
		};
		return await ask(simulator.urls.exchange, path, { headers });
	};

	it('hands out a token for a signed request, and for a refresh token once', async () => {
		const { json } = await mint();
		expect(json).toMatchObject({ code: 0, data: { expiresIn: 7200 } });
		const refresh = async () =>
			await ask(simulator.urls.exchange, '/v1/token/refresh', {
				method: 'POST',
				headers: JSON_TYPE,
				body: JSON.stringify({ refreshToken: json.data.refreshToken }),
			});
		expect((await refresh()).json.code).toBe(0);
		expect((await refresh()).json.code).toBe(40102);
	});

	it('refuses a wrong signature and an old time, under HTTP 200', async () => {
		const wrong = await mint({ sign: 'ab' });
		expect([wrong.status, wrong.json.code]).toEqual([200, 40100]);
		expect((await mint({ timestamp: '1700000000' })).json.code).toBe(40100);
	});

	it('takes a signed request, whose nonce is then used up', async () => {
		const token = (await mint()).json.data.accessToken as string;
		expect((await get('/v1/orders?page=2&size=2', token)).json.data).toMatchObject({
			items: [{ id: 'o-3' }, { id: 'o-4' }],
			next: '/v1/orders?page=3&size=2',
		});
		expect((await get('/v1/orders', token)).json.code).toBe(40106);
	});

	it.each<[string, Record<string, string>, number]>([
		['an old time', { 'x-timestamp': '1700000000' }, 40103],
		['another signature', { 'x-sign': 'AAAA' }, 40105],
		['a short nonce', { 'x-nonce': 'ab' }, 40104],
		['another token', { 'x-token': 'ex_00' }, 40101],
	])('refuses %s', async (_what, changes, code) => {
		const token = (await mint()).json.data.accessToken as string;
		expect((await get('/v1/orders', token, changes)).json.code).toBe(code);
	});
});

describe('the bank with SNAP BI', () => {
	const time = () => new Date().toISOString().replace(/\.\d+Z$/, '+00:00');
	const mint = async (changes: Record<string, string> = {}) => {
		const timestamp = time();
		const sign = createSign('sha256').update(`${snap.clientId}|${timestamp}`);
		return await ask(simulator.urls.snap, '/v1.0/access-token/b2b', {
			method: 'POST',
			headers: {
				...JSON_TYPE,
				'x-timestamp': timestamp,
				'x-client-key': snap.clientId,
				'x-signature': sign.sign(vectors.privateKey, 'base64'),
				...changes,
			},
			body: '{"grantType":"client_credentials"}',
		});
	};
	const post = async (
		path: string,
		body: string,
		changes: Record<string, string> = {},
	): Promise<Received> => {
		const token = (await mint()).json.accessToken as string;
		const timestamp = time();
		const text = `POST:${path}:${token}:${sha256(JSON.stringify(JSON.parse(body)))}:${timestamp}`;
		return await ask(simulator.urls.snap, path, {
			method: 'POST',
			headers: {
				...JSON_TYPE,
				authorization: `Bearer ${token}`,
				'x-timestamp': timestamp,
				'x-partner-id': snap.clientId,
				'x-external-id': '4711',
				'channel-id': snap.channelId,
				'x-signature': createHmac('sha512', snap.clientSecret).update(text).digest('base64'),
				...changes,
			},
			body,
		});
	};
	const BALANCE = '{ "partnerReferenceNo": "a b" }';

	it('hands out a token for a request signed with the private key', async () => {
		expect((await mint()).json).toMatchObject({ responseCode: '2007300', expiresIn: '900' });
		const wrong = await mint({ 'x-signature': 'AAAA' });
		expect([wrong.status, wrong.json.responseCode]).toEqual([401, '4017300']);
	});

	it('takes a call whose body has white space, and its external ID once', async () => {
		const first = await post('/v1.0/balance-inquiry', BALANCE);
		expect(first.json).toMatchObject({ responseCode: '2001100', partnerReferenceNo: 'a b' });
		expect((await post('/v1.0/balance-inquiry', BALANCE)).json.responseCode).toBe('4091100');
	});

	it.each<[string, Record<string, string>, string]>([
		['another signature', { 'x-signature': 'AAAA' }, '4011100'],
		['another token', { authorization: 'Bearer snap_00' }, '4011101'],
		['a time in milliseconds', { 'x-timestamp': '1700000000000' }, '4001101'],
		['an external ID with letters', { 'x-external-id': 'ab' }, '4001101'],
		['another channel', { 'channel-id': '1' }, '4011100'],
	])('refuses %s', async (_what, changes, code) => {
		expect((await post('/v1.0/balance-inquiry', BALANCE, changes)).json.responseCode).toBe(code);
	});

	it('transfers an amount that is text with two decimals, once', async () => {
		const body = JSON.stringify({
			partnerReferenceNo: 'p-1',
			amount: { value: '100.00', currency: 'IDR' },
		});
		expect((await post('/v1.0/transfer-intrabank', body)).json.responseCode).toBe('2001700');
		const again = await post('/v1.0/transfer-intrabank', body, { 'x-external-id': '4712' });
		// Signed as well: the ID is no part of the text.
		expect(again.json.responseCode).toBe('4091701');
	});
});

it('minifies between the parts only', () => {
	const json = '{ "a b" : [ 1.50 , "\\" x" ] }\n';
	expect(minified(Buffer.from(json))).toBe('{"a b":[1.50,"\\" x"]}');
});
