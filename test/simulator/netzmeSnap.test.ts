import { createHash, createHmac, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { signatureOf } from './netzmeSnap';
import { ask, hmac, JSON_TYPE, type Received } from './testing';

const { clientId, clientSecret, channelId, merchantId, pin, bank } = DEFAULT_ACCOUNTS.netzmeSnap;
const { privateKey, examples } = JSON.parse(
	readFileSync(join(__dirname, '..', 'vectors', 'snap-bi.json'), 'utf8'),
) as {
	privateKey: string;
	examples: Array<{ inputs: Record<string, string>; expected: Record<string, string> }>;
};
const BALANCE = '/api/v1.0/payment/balance-inquiry';
const BODY = `{ "partnerReferenceNo": "r 1", "accountNo": "${merchantId}" }`;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const now = () => new Date(Date.now()).toISOString().replace(/\.\d+Z$/, '+00:00');

async function mint(changes: Record<string, string> = {}): Promise<Received> {
	const timestamp = changes['x-timestamp'] ?? now();
	const sign = createSign('sha256').update(`${clientId}|${timestamp}`);
	return await ask(simulator.urls.netzmeSnap, '/api/v1/access-token/b2b', {
		method: 'POST',
		headers: {
			...JSON_TYPE,
			'x-timestamp': timestamp,
			'x-client-key': clientId,
			'x-signature': sign.sign(privateKey, 'base64'),
			...changes,
		},
		body: '{"grantType":"client_credentials","additionalInfo":{}}',
	});
}

let externalId = 0;
async function post(
	path: string,
	body: string | object,
	changes: Record<string, string> = {},
): Promise<Received> {
	const token = (await mint()).json.accessToken as string;
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const timestamp = changes['x-timestamp'] ?? now();
	const minified = JSON.stringify(JSON.parse(text));
	const digest = createHash('sha256').update(minified).digest('hex');
	const signed = `POST:${path}:${token}:${digest}:${timestamp}`;
	externalId += 1;
	return await ask(simulator.urls.netzmeSnap, path, {
		method: 'POST',
		headers: {
			...JSON_TYPE,
			authorization: `Bearer ${token}`,
			'x-timestamp': timestamp,
			'x-partner-id': clientId,
			'x-external-id': String(externalId),
			'channel-id': channelId,
			'x-signature': createHmac('sha512', clientSecret).update(signed).digest('hex'),
			...changes,
		},
		body: text,
	});
}

it('recomputes the published signature, in lower hex', () => {
	const { inputs, expected } = examples[1];
	const { method, path: url, token, timestamp, clientSecret: secret } = inputs;
	const call = { method, url, body: Buffer.from(inputs.body) };
	expect(signatureOf(call, token, timestamp, secret)).toBe(expected.hex);
});

describe('a token', () => {
	it('is handed out for the signature of the private key, and again until it ends', async () => {
		const first = await mint();
		expect(first.json).toMatchObject({
			responseCode: '2007300',
			tokenType: 'Bearer',
			expiresIn: '54000',
		});
		const again = await mint();
		expect(again.json.accessToken).toBe(first.json.accessToken);
		expect(Number(again.json.expiresIn)).toBeLessThanOrEqual(54000);
	});

	it.each<[string, Record<string, string>, number, string]>([
		['another client', { 'x-client-key': 'other' }, 401, '4010000'],
		['another signature', { 'x-signature': 'AAAA' }, 401, '4017300'],
		['another content type', { 'content-type': 'application/json; charset=utf-8' }, 400, '4007302'],
		[
			'a time with milliseconds',
			{ 'x-timestamp': '2026-01-31T00:00:00.000+07:00' },
			400,
			'4007301',
		],
		['an old time', { 'x-timestamp': '2020-01-31T00:00:00+07:00' }, 400, '4007301'],
	])('is refused for %s', async (_what, changes, status, responseCode) => {
		expect(await mint(changes)).toMatchObject({ status, json: { responseCode } });
	});
});

describe('a service', () => {
	it('takes a body with white space, signed without it', async () => {
		expect((await post(BALANCE, BODY)).json).toMatchObject({
			responseCode: '2001100',
			partnerReferenceNo: 'r 1',
			accountInfo: [{ availableBalance: { value: '605368.00', currency: 'IDR' } }, {}],
		});
	});

	it.each<[string, Record<string, string>, number, string]>([
		['another signature', { 'x-signature': 'ab' }, 401, '4011100'],
		['another token', { authorization: 'Bearer eyJ.00' }, 401, '4011101'],
		['another partner', { 'x-partner-id': 'other' }, 401, '4011101'],
		['another channel', { 'channel-id': '1' }, 400, '4001102'],
		['letters for an external ID', { 'x-external-id': 'ab' }, 409, '4091100'],
		['a long external ID', { 'x-external-id': '1'.repeat(37) }, 409, '4091100'],
		[
			'a time with milliseconds',
			{ 'x-timestamp': '2026-01-31T00:00:00.000+07:00' },
			400,
			'4001101',
		],
		['another content type', { 'content-type': 'text/plain' }, 400, '4001102'],
	])('refuses %s', async (_what, changes, status, responseCode) => {
		expect(await post(BALANCE, BODY, changes)).toMatchObject({ status, json: { responseCode } });
	});

	it('takes an external ID once', async () => {
		expect((await post(BALANCE, BODY, { 'x-external-id': '4711' })).status).toBe(200);
		expect(await post(BALANCE, BODY, { 'x-external-id': '4711' })).toMatchObject({
			status: 409,
			json: { responseCode: '4091100' },
		});
	});

	it('takes no path that there is not', async () => {
		expect((await post('/api/v1.0/nonsense', '{}')).status).toBe(404);
	});
});

describe('a transfer', () => {
	const transfer = (changes: object = {}) => ({
		partnerReferenceNo: 'w1',
		customerNumber: merchantId,
		amount: { value: '1000.00', currency: 'IDR' },
		...bank,
		additionalInfo: { type: 'submit_withdraw', pin: hmac(clientId + merchantId, pin) },
		...changes,
	});
	const send = async (changes?: object) =>
		(await post('/api/v1.0/emoney/transfer-bank', transfer(changes))).json.responseCode as string;

	it('is carried out once for a reference', async () => {
		expect([await send(), await send()]).toEqual(['2004300', '4094301']);
		const { json } = await post('/api/v1.0/debit/status', {
			referenceNo: 'w1',
			partnerReferenceNo: 's1',
		});
		expect(json).toMatchObject({ withdrawalAmount: { value: '1000.00' } });
	});

	it.each<[string, object, string]>([
		['a clear PIN', { additionalInfo: { type: 'submit_withdraw', pin } }, '4034315'],
		['another merchant', { customerNumber: 'M_nobody' }, '4044308'],
		['another bank', { beneficiaryBankCode: '999' }, '4044311'],
		['a number for an amount', { amount: { value: 1000, currency: 'IDR' } }, '4004301'],
		['more than there is', { amount: { value: '999999.00', currency: 'IDR' } }, '4034314'],
		['no reference', { partnerReferenceNo: '' }, '4004302'],
	])('is refused with %s', async (_what, changes, code) => {
		expect(await send(changes)).toBe(code);
	});
});
