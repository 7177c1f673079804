import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { PROVIDERS, request, run } from './nodes';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

describe.each(PROVIDERS)('The generic request: %s', (provider) => {
	const received = (item: { json: IDataObject }) => {
		const { received: direct, body } = item.json as { received?: IDataObject; body?: IDataObject };
		return (direct ?? body?.received) as {
			method: string;
			url: string;
			body: string;
			headers: IDataObject;
		};
	};

	it('sends query, headers and each kind of body', async () => {
		const field = [
			{ name: 'a', value: 'ü +' },
			{ name: 'b', value: '1' },
		];
		const bodies: Array<[IDataObject, string, string]> = [
			[{ bodyType: 'json', bodyJson: '{"a": [1, "ü"]}' }, 'application/json', '{"a":[1,"ü"]}'],
			[{ bodyType: 'json', bodyJson: '{}' }, 'application/json', '{}'],
			[
				{ bodyType: 'form', bodyForm: { field } },
				'application/x-www-form-urlencoded',
				'a=%C3%BC+%2B&b=1',
			],
			[{ bodyType: 'text', bodyText: 'plain ☃' }, 'text/plain; charset=utf-8', 'plain ☃'],
		];
		for (const [body, type, text] of bodies) {
			const [item] = await run(
				simulator,
				provider,
				request({
					method: 'POST',
					query: { field },
					headers: { field: [{ name: 'X-Mine', value: 'y' }] },
					...body,
				}),
			);
			const sent = received(item);
			expect(sent.url).toBe('/api/echo?a=%C3%BC%20%2B&b=1');
			expect(sent.headers).toMatchObject({ 'content-type': type, 'x-mine': 'y' });
			expect(Buffer.from(sent.body, 'base64').toString()).toBe(text);
		}
	});

	it('keeps the order of the items and pairs each with its own', async () => {
		const items = Array.from({ length: 25 }, (_, index) => ({ index }));
		const output = await run(
			simulator,
			provider,
			request({ path: '=/api/echo?i={{ $json.index }}' }),
			{
				items,
			},
		);
		expect(output.map((item) => received(item).url)).toEqual(
			items.map(({ index }) => `/api/echo?i=${index}`),
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	});

	it('outputs status and headers with Full Response', async () => {
		const [{ json }] = await run(simulator, provider, request({ options: { fullResponse: true } }));
		expect(json).toMatchObject({
			statusCode: 200,
			headers: { 'content-type': expect.any(String) },
		});
	});

	it('outputs a failure with Never Error', async () => {
		simulator.configure(provider, {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 503 }],
		});
		const [{ json }] = await run(
			simulator,
			provider,
			request({ method: 'POST', options: { neverError: true, fullResponse: true } }),
		);
		expect(json.statusCode).toBe(503);
	});

	it('throws a failure with its status, a way out and the item', async () => {
		simulator.configure(provider, {
			failNext: [{ target: 'api', count: 1, kind: 'html', status: 502 }],
		});
		const error = (await run(simulator, provider, request({ method: 'POST' })).catch(
			(caught: unknown) => caught,
		)) as NodeApiError;
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toMatch(/\(HTTP 502\)/);
		expect(error.description).toContain('Try again later.');
		expect(error.context.itemIndex).toBe(0);
	});

	it('goes on after a failed item where asked to', async () => {
		simulator.configure(provider, {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 500 }],
		});
		const items = [{ i: 0 }, { i: 1 }, { i: 2 }];
		const parameters = request({ method: 'POST', options: { concurrency: 1 } });
		const output = await run(simulator, provider, parameters, { items, continueOnFail: true });
		expect(output).toHaveLength(3);
		expect(output[0].json.error).toMatch(
			/\(HTTP 500(, code 500)?\)\. It may have been carried out/,
		);
		expect(output[0].pairedItem).toEqual({ item: 0 });
		expect(received(output[2]).url).toBe('/api/echo');
	});

	it('says so when the provider is slow or cuts the connection, once', async () => {
		await run(simulator, provider, request());
		simulator.configure(provider, {
			failNext: [{ target: 'api', count: 1, kind: 'delay', delayMs: 1_000 }],
		});
		const slow = run(simulator, provider, request({ method: 'POST', options: { timeout: 200 } }));
		await expect(slow).rejects.toThrow('did not answer in time');
		simulator.configure(provider, { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(run(simulator, provider, request({ method: 'POST' }))).rejects.toThrow(
			'cut the connection',
		);
		expect(
			simulator.log(provider).filter(({ method, url }) => method === 'POST' && url === '/api/echo'),
		).toHaveLength(2);
	});

	it('names the field that is empty in the credential, and sends nothing', async () => {
		const blank = { apiKey: ' ', apiSecret: '', clientSecret: '\t', clientId: '' };
		const error = (await run(simulator, provider, request(), { data: blank }).catch(
			(caught: unknown) => caught,
		)) as Error;
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toMatch(/^(API Key|API Secret|Client ID|Client Secret) is empty$/);
		expect(simulator.log(provider)).toHaveLength(0);
	});

	it.each([
		['no slash', { path: 'api/echo' }, 'Path must begin with one slash'],
		['another host', { path: '//127.0.0.1/x' }, 'Path must begin with one slash'],
		['an absolute address', { path: 'https://example.com/' }, 'Path must begin with one slash'],
		['steps upwards', { path: '/api/../secret' }, 'Path must not contain'],
		['encoded steps upwards', { path: '/api/%2E%2e/secret' }, 'Path must not contain'],
		['a line break', { path: '/api/echo\n/x' }, 'control character'],
		[
			'broken JSON',
			{ method: 'POST', bodyType: 'json', bodyJson: '{"a":' },
			'Body (JSON) is not valid JSON',
		],
		[
			'a list as query',
			{ queryType: 'json', queryJson: '[1]' },
			'Query (JSON) must be a JSON object',
		],
		[
			'a line break in a header',
			{ headers: { field: [{ name: 'X-A', value: 'a\r\nX-B: b' }] } },
			'The header X-A contains',
		],
	])('refuses %s, and sends nothing', async (_what, parameters, message) => {
		await expect(run(simulator, provider, request(parameters))).rejects.toThrow(message);
		expect(simulator.log(provider)).toHaveLength(0);
	});

	it('repeats no secret that the provider sends back, neither in errors nor in output', async () => {
		const stored = accounts[provider](simulator);
		const secrets = ['apiSecret', 'apiKey', 'productApiKey', 'clientSecret', 'accessToken']
			.map((name) => stored.data[name])
			.filter((value): value is string => typeof value === 'string' && value.length > 5);
		for (const neverError of [false, true]) {
			await run(simulator, provider, request());
			simulator.configure(provider, {
				failNext: [{ target: 'api', count: 1, kind: 'echo', status: 400 }],
			});
			const result: unknown = await run(
				simulator,
				provider,
				request({ options: { neverError } }),
			).catch((caught: unknown) => [caught, (caught as Error).message, (caught as Error).stack]);
			const sent = String(simulator.log(provider).at(-1)?.headers.authorization);
			const text = JSON.stringify(result);
			for (const secret of [...secrets, sent.replace(/^\w+ /, '')]) {
				expect(text).not.toContain(secret);
			}
		}
	});
});
