import { randomUUID } from 'node:crypto';
import { partnerCredentials } from './harness/accounts';
import type { Client } from './harness/client';
import { errorOf, itemsOf } from './harness/execution';
import { client, running, simulator } from './running';
import { httpRequest, runOnce, workflowWith } from './workflows';

type Name = 'exchange' | 'snap';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
beforeEach(async () => {
	await simulator.reset();
});

/** With a value of its own, so that no token of another test is known for it. */
function account(name: Name) {
	const found = partnerCredentials(running().urls).find(({ provider }) => provider === name)!;
	const values = { entry: [{ name: 'test', value: randomUUID(), mayBeSent: false }] };
	const data: Record<string, unknown> = { ...found.data, ...(name === 'exchange' && { values }) };
	return { ...found, data };
}

const log = async (name: Name) => (await simulator.log(name)).map(({ outcome }) => outcome);

describe('the connection test', () => {
	const test = async (name: Name, changes: Record<string, unknown> = {}) => {
		const { type, data, name: title } = account(name);
		return await n8n.testCredential({ name: title, type, data: { ...data, ...changes } });
	};
	const OK = { status: 'OK', message: 'Connection successful!' };

	it('sends a signed GET to Test Path', async () => {
		expect(await test('exchange')).toEqual(OK);
		expect(await log('exchange')).toEqual(['mint', 'ok']);
	});

	it('gets a token where there is no Test Path, and sends nothing else', async () => {
		expect(await test('exchange', { testPath: '' })).toEqual(OK);
		expect(await log('exchange')).toEqual(['mint']);
	});

	it('signs an example where there is no token either, and sends nothing', async () => {
		const custom = {
			scheme: 'custom',
			testPath: '',
			signedText: '{timestamp}{body}',
			algorithm: 'hmac-sha256',
		};
		expect(await test('exchange', custom)).toEqual(OK);
		const wrong = await test('exchange', { ...custom, signedText: '{timestamp}{bodi}' });
		expect(wrong).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/Text to Sign/),
		});
		expect(await log('exchange')).toEqual([]);
	});

	it.each<[Name, Record<string, unknown>, RegExp]>([
		['exchange', { secret: 'wrong-secret' }, /gave no access token/],
		['snap', { clientId: 'unknown' }, /gave no access token/],
		['snap', { privateKey: ' ' }, /^Private Key is empty$/],
		['snap', { baseUrl: 'bank.example.com' }, /^Base URL must begin with https:\/\/$/],
	])('%s with %j says what is wrong', async (name, changes, message) => {
		expect(await test(name, changes)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

describe('in a workflow', () => {
	const stored = async (name: Name, changes: object = {}) => {
		const { type, data, name: title } = account(name);
		const { id } = await n8n.createCredential(title, type, { ...data, ...changes });
		const credentials = { [type]: { id, name: title } };
		return {
			own: async (parameters: object) =>
				await runOnce(
					n8n,
					workflowWith({
						type: 'n8n-nodes-partner-apis.partner',
						typeVersion: 1,
						parameters: { resource: 'request', operation: 'send', ...parameters },
						credentials,
					}),
				),
			http: async (parameters: Record<string, unknown>) =>
				await runOnce(n8n, httpRequest({ type, name: title }, id, parameters)),
		};
	};
	const REFUSED = { statusPath: 'code', meaning: 'success', values: '0', messagePath: 'message' };
	const FAILURE = { failure: { rule: REFUSED } };

	it('the own node reads all pages, and says what a failure under HTTP 200 means', async () => {
		const { own } = await stored('exchange');
		const pages = await own({
			path: '/v1/orders?size=2',
			pagination: 'next',
			nextPath: 'data.next',
			returnAll: true,
			options: { ...FAILURE, itemsPath: 'data.items' },
		});
		expect(itemsOf(pages, 'Node').map(({ id }) => id)).toEqual(['o-1', 'o-2', 'o-3', 'o-4', 'o-5']);
		const failed = await own({ path: '/v1/unknown', options: FAILURE });
		expect(errorOf(failed, 'Node')?.message).toMatch(/No such path/);
	});

	it('the own node takes a refused token for refused where the answer has HTTP 200', async () => {
		const { own } = await stored('exchange');
		const send = async () => await own({ path: '/v1/orders', options: FAILURE });
		expect((await send()).error).toBeUndefined();
		await simulator.revoke('exchange');
		expect((await send()).error).toBeUndefined();
		// The second refusal is that of the question whether the token lives.
		const again = ['refused-token', 'refused-token', 'mint', 'ok'];
		expect(await log('exchange')).toEqual(['mint', 'ok', ...again]);
	});

	it('the HTTP Request node sends JSON, query and form, signed over the bytes that leave', async () => {
		const { http } = await stored('exchange');
		const url = `${running().urls.exchange}/api/echo`;
		const fields = [
			{ name: 'a', value: 'ü + ☃' },
			{ name: 'b', value: '%&=' },
		];
		const received = async (parameters: Record<string, unknown>) => {
			const [json] = itemsOf(await http({ url, ...parameters }), 'Node');
			return (json as { data: { received: { url: string; body: string } } }).data.received;
		};
		const query = await received({ sendQuery: true, queryParameters: { parameters: fields } });
		expect(new URL(query.url, 'http://x').searchParams.get('a')).toBe('ü + ☃');
		const post = { method: 'POST', sendBody: true };
		const json = await received({ ...post, specifyBody: 'json', jsonBody: '{"t": "ü ☃"}' });
		expect(Buffer.from(json.body, 'base64').toString()).toContain('ü ☃');
		const form = await received({
			...post,
			contentType: 'form-urlencoded',
			bodyParameters: { parameters: fields },
		});
		expect(new URLSearchParams(Buffer.from(form.body, 'base64').toString()).get('b')).toBe('%&=');
	});

	it('the HTTP Request node follows pages', async () => {
		const { http } = await stored('exchange');
		const execution = await http({
			url: `${running().urls.exchange}/v1/orders?size=2`,
			options: {
				pagination: {
					pagination: {
						paginationMode: 'responseContainsNextURL',
						nextURL: `={{ $response.body?.data ? '${running().urls.exchange}' + $response.body.data.next : undefined }}`,
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.data.next }}',
					},
				},
			},
		});
		expect(itemsOf(execution, 'Node')).toHaveLength(3);
	});

	it('a transfer by SNAP BI is sent once, and its repeat refused in the words of the bank', async () => {
		const { own } = await stored('snap');
		const transfer = {
			method: 'POST',
			path: '/v1.0/transfer-intrabank',
			bodyType: 'json',
			bodyJson:
				'{ "partnerReferenceNo": "p-1", "amount": { "value": "100.00", "currency": "IDR" } }',
		};
		expect(itemsOf(await own(transfer), 'Node')).toMatchObject([{ responseCode: '2001700' }]);
		const again = await own(transfer);
		expect(errorOf(again, 'Node')?.message).toMatch(/Duplicate partnerReferenceNo/);
	});

	it('Preview shows what is signed and no secret, and sends nothing', async () => {
		const { own } = await stored('exchange');
		const preview = await own({
			resource: 'signature',
			operation: 'preview',
			path: '/v1/orders?page=2',
			time: '1700000000',
			nonce: 'fedcba98765432100123456789abcdef',
			token: 'ex_0',
		});
		const [item] = itemsOf(preview, 'Node');
		const text = JSON.stringify(item);
		expect(text).toContain('/v1/orders?page=2␊1700000000␊fedcba98765432100123456789abcdef');
		expect(text).not.toContain(String(account('exchange').data.secret));
		expect(await log('exchange')).toEqual([]);
	});
});
