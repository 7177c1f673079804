import { credentialsFor } from './harness/accounts';
import type { Client } from './harness/client';
import { errorOf, itemsOf } from './harness/execution';
import { client, running, simulator } from './running';
import { httpRequest, pinned, runOnce } from './workflows';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
beforeEach(async () => {
	await simulator.reset();
});

const PROVIDERS = ['sasom', 'pledg', 'su', 'guestline', 'netzme'] as const;
const TOKEN_PROVIDERS = ['pledg', 'su', 'netzme'] as const;

async function stored(provider: string) {
	const found = credentialsFor(running().urls).find((each) => each.provider === provider);
	if (!found) throw new Error(provider);
	const { id } = await n8n.createCredential(found.name, found.type, found.data);
	return async (parameters: Record<string, unknown>, items?: Array<{ json: object }>) =>
		await runOnce(n8n, { ...httpRequest(found, id, parameters), ...(items && pinned(items)) });
}

interface Received {
	url: string;
	body: string;
	headers: Record<string, string>;
}

const url = (provider: (typeof PROVIDERS)[number]) => `${running().urls[provider]}/api/echo`;
const text = ({ body }: Received) => Buffer.from(body, 'base64').toString('utf8');
const fields = [
	{ name: 'a', value: 'ü + ☃' },
	{ name: 'b', value: '%&=' },
];

describe.each(PROVIDERS)('The %s credential in the HTTP Request node', (provider) => {
	it('sends a JSON body, a query and a form', async () => {
		const send = await stored(provider);
		const received = async (parameters: Record<string, unknown>) => {
			const execution = await send({ method: 'POST', url: url(provider), ...parameters });
			expect(execution.error).toBeUndefined();
			const [json] = itemsOf(execution, 'Node') as Array<{
				received?: Received;
				body?: { received: Received };
			}>;
			return json.received ?? (json.body?.received as Received);
		};

		// First a GET: the simulator has forgotten its tokens, and a POST that meets that fails once.
		const query = { sendQuery: true, queryParameters: { parameters: fields } };
		const withQuery = await received({ ...query, method: 'GET' });
		expect(Object.fromEntries(new URL(withQuery.url, 'http://x').searchParams)).toEqual({
			a: 'ü + ☃',
			b: '%&=',
		});

		const json = { sendBody: true, specifyBody: 'json', jsonBody: '{"n": 1, "t": "ü ☃"}' };
		expect(JSON.parse(text(await received(json)))).toEqual({ n: 1, t: 'ü ☃' });

		const form = {
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: { parameters: fields },
		};
		const withForm = await received(form);
		expect(withForm.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
		expect(Object.fromEntries(new URLSearchParams(text(withForm)))).toEqual({
			a: 'ü + ☃',
			b: '%&=',
		});
	});

	it('refuses another host', async () => {
		const send = await stored(provider);
		const execution = await send({ url: running().urls.oauth2 });
		expect(errorOf(execution, 'Node')?.message).toMatch(
			/^This credential may only be used with http/,
		);
		expect(await simulator.log('oauth2')).toHaveLength(0);
	});

	it.each([500, 404])('sends a POST once when it is answered with %i', async (status) => {
		const send = await stored(provider);
		// First a GET: the simulator has forgotten its tokens, and the fault is meant for the POST.
		await send({ url: url(provider) });
		await simulator.configure(provider, {
			failNext: [{ target: 'api', count: 1, kind: 'status', status }],
		});
		const execution = await send({ method: 'POST', url: url(provider) });
		expect(execution.status).toBe('error');
		const posts = (await simulator.log(provider)).filter(
			({ method, url: hit }) => method === 'POST' && hit === '/api/echo',
		);
		expect(posts).toHaveLength(1);
	});
});

it.each(TOKEN_PROVIDERS)(
	'%s: 200 items with a revoked token: all succeed, with one new token',
	async (provider) => {
		const send = await stored(provider);
		await send({ url: url(provider) });
		const mints = async () =>
			(await simulator.log(provider)).filter(({ outcome }) => outcome === 'mint').length;
		const before = await mints();
		await simulator.revoke(provider);
		const items = Array.from({ length: 200 }, (_, index) => ({ json: { index } }));
		const execution = await send({ url: url(provider) }, items);
		expect(execution.error).toBeUndefined();
		expect(itemsOf(execution, 'Node')).toHaveLength(200);
		expect((await mints()) - before).toBe(1);
	},
);
