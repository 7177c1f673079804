import type { IDataObject, NodeApiError } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import { Sasom } from '../../nodes/Sasom/Sasom.node';
import { nodeProperties } from '../../nodes/shared/properties';
import type { Operation, Provider } from '../../nodes/shared/provider';
import { runOperation } from '../../nodes/shared/run';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { contextFor, type ContextOptions } from './harness';
import { request, run } from './nodes';

/** What the loop over items does for every provider; SASOM, which has no tokens, stands for all. */
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

const arrivals = () => simulator.log('sasom').map(({ at }) => at);
const fail = (kind: 'status' | 'cut' | 'tooMany', count: number, more: object = {}) =>
	simulator.configure('sasom', { failNext: [{ target: 'api', count, kind, ...more }] });
const send = async (parameters: IDataObject = {}) =>
	await run(simulator, 'sasom', request(parameters));
const itemsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ index }));

describe('a read', () => {
	it.each([
		['status', { status: 500 }],
		['status', { status: 503, retryAfterSeconds: 1 }],
		['cut', {}],
	] as const)('is sent again after %s %j', async (kind, more) => {
		fail(kind, 2, more);
		await expect(send()).resolves.toHaveLength(1);
		expect(arrivals()).toHaveLength(3);
	});

	it('fails in the end, with the reason as n8n names it', async () => {
		fail('status', 9, { status: 500 });
		const error = await refusal(send());
		expect(error.failure).toEqual({ cause: 'temporarily-unavailable' });
		expect(arrivals()).toHaveLength(4);
	});

	it('is not sent again after a refusal', async () => {
		fail('status', 1, { status: 404 });
		await refusal(send());
		expect(arrivals()).toHaveLength(1);
	});
});

describe('a write', () => {
	it.each([
		['status', { status: 500 }],
		['status', { status: 503, retryAfterSeconds: 1 }],
		['cut', {}],
	] as const)(
		'is sent once in spite of %s %j, and may have been carried out',
		async (kind, more) => {
			// The first one opens a connection, so that the cut does not count as never sent.
			await send();
			fail(kind, 1, more);
			const error = await refusal(send({ method: 'POST' }));
			expect(error.description).toContain('look at the provider before you send it again');
			expect(arrivals()).toHaveLength(2);
		},
	);

	it('names what to look for at the provider', async () => {
		fail('status', 1, { status: 500 });
		const operation: Partial<Operation> = {
			request: () => ({ method: 'POST', path: '/api/echo', reference: 'Request ID 4711' }),
		};
		const error = await refusal(runWith(providerWith(operation)));
		expect(error.description).toContain('look at the provider for Request ID 4711 before');
	});
});

describe("the provider's limit", () => {
	it('a request after a 429 was not carried out: sent again when the provider says', async () => {
		fail('tooMany', 1, { retryAfterSeconds: 1 });
		await expect(send({ method: 'POST' })).resolves.toHaveLength(1);
		const [first, second] = arrivals();
		expect(second - first).toBeGreaterThanOrEqual(990);
	});

	it('a 429 holds the other items back too', async () => {
		fail('tooMany', 1, { retryAfterSeconds: 1 });
		const output = await run(simulator, 'sasom', request({ options: { concurrency: 2 } }), {
			items: itemsOf(8),
		});
		expect(output).toHaveLength(8);
		const [first] = arrivals();
		// The second item was on its way already.
		const early = arrivals().filter((at) => at < first + 990);
		expect(early.length).toBeLessThanOrEqual(2);
	});

	it('a wait that is too long is an error that says when to come back', async () => {
		fail('tooMany', 1, { retryAfterSeconds: 600 });
		const error = await refusal(
			runWith({ ...sasom, name: 'Held' }, { credentialId: 'held', items: itemsOf(3) }),
		);
		expect(error.message).toBe('The limit of requests to Held is reached');
		expect(error.description).toMatch(
			/in (600|599) seconds, at \d\d:\d\d UTC\. Raise Longest Wait/,
		);
		expect(error.failure).toMatchObject({
			cause: 'rate-limited',
			retryAfterMs: expect.any(Number),
		});
		expect(arrivals().length).toBeLessThanOrEqual(3);
	});

	it('no more requests leave in a time than the provider takes', async () => {
		const rateLimit = { requests: 5, perMilliseconds: 1_000 };
		const items = itemsOf(12);
		const output = await runWith({ ...sasom, rateLimit }, { credentialId: 'limited', items });
		expect(output).toHaveLength(12);
		const all = arrivals();
		for (const [index, at] of all.entries()) {
			// Between leaving and arriving lie some milliseconds.
			if (index >= 5) expect(at - all[index - 5]).toBeGreaterThan(900);
		}
	});

	it('counts by what the provider counts by', async () => {
		const rateLimit = { requests: 1, perMilliseconds: 60_000 };
		let property = 0;
		const operation: Partial<Operation> = {
			request: () => ({ method: 'GET', path: '/api/echo', rateLimitKey: `${property++}` }),
		};
		const provider = { ...providerWith(operation), rateLimit };
		await expect(
			runWith(provider, { credentialId: 'keyed', items: itemsOf(5) }),
		).resolves.toHaveLength(5);
	});
});

describe('pages', () => {
	const paged = (next: NonNullable<Operation['list']>['next']): Provider =>
		providerWith({
			request: () => ({ method: 'GET', path: '/api/echo', query: { page: 1 } }),
			items: () => [{ n: 1 }, { n: 2 }, { n: 3 }],
			list: { next },
		});
	const upTo = (last: number) =>
		paged(({ request: { query, ...rest } }) => {
			const page = Number(query?.page);
			return page < last ? { ...rest, query: { page: page + 1 } } : undefined;
		});

	it('one request each, all items in order', async () => {
		const output = await runWith(upTo(4), { parameters: { returnAll: true } });
		expect(output).toHaveLength(12);
		expect(simulator.log('sasom').map(({ url }) => url)).toEqual(
			[1, 2, 3, 4].map((page) => `/api/echo?page=${page}`),
		);
	});

	it('no page is asked for beyond the limit', async () => {
		const output = await runWith(upTo(4), { parameters: { returnAll: false, limit: 5 } });
		expect(output).toHaveLength(5);
		expect(arrivals()).toHaveLength(2);
	});

	it.each([0, -1, 2.5, 'many'])('a limit of %s is refused', async (limit) => {
		const error = await refusal(runWith(upTo(2), { parameters: { returnAll: false, limit } }));
		expect(error.message).toBe('Limit must be a whole number of at least 1');
		expect(arrivals()).toHaveLength(0);
	});

	it('a provider that leads in a circle is an error', async () => {
		const circle = paged(({ request: asked }) => asked);
		const error = await refusal(runWith(circle, { parameters: { returnAll: true } }));
		expect(error.message).toBe('The provider leads to a page that was there before');
		expect(arrivals()).toHaveLength(1);
	});
});

it('a cancelled execution sends no further item', async () => {
	simulator.configure('sasom', { latencyMs: 50 });
	const cancelling = new AbortController();
	const running = runWith(sasom, { items: itemsOf(200), abortSignal: cancelling.signal });
	while (arrivals().length < 20) await new Promise((resolve) => setImmediate(resolve));
	cancelling.abort();
	await running.catch(() => undefined);
	const sent = arrivals().length;
	expect(sent).toBeLessThan(60);
});

it('an execution cancelled while it waits for the limit sends nothing more', async () => {
	fail('tooMany', 1, { retryAfterSeconds: 60 });
	const cancelling = new AbortController();
	const running = runWith(sasom, {
		credentialId: 'cancelled',
		abortSignal: cancelling.signal,
	});
	while (arrivals().length < 1) await new Promise((resolve) => setImmediate(resolve));
	setTimeout(() => cancelling.abort(), 100);
	expect((await refusal(running)).message).toBe('The execution was cancelled');
	expect(arrivals()).toHaveLength(1);
});

it('a refused credential is named as the cause', async () => {
	const error = await refusal(run(simulator, 'sasom', request(), { data: { apiSecret: 'wrong' } }));
	expect(error.failure).toEqual({ cause: 'credential-invalid' });
});

it('values that an operation calls secret are blackened in the answer', async () => {
	const provider = providerWith({
		request: () => ({
			method: 'POST',
			path: '/api/echo',
			body: 'made-from-a-secret',
			headers: { 'X-Echo': 'made-from-a-secret' },
			secrets: ['made-from-a-secret'],
		}),
	});
	const output = await runWith(provider);
	expect(JSON.stringify(output)).not.toContain('made-from-a-secret');
	expect(JSON.stringify(output)).toContain('***');
});

/** A provider with one operation, which is like the generic GET unless told otherwise. */
function providerWith(operation: Partial<Operation>): Provider {
	const only: Operation = {
		value: 'send',
		name: 'Send',
		action: 'Send',
		description: 'Send',
		properties: [],
		request: () => ({ method: 'GET', path: '/api/echo' }),
		...operation,
	};
	return {
		...sasom,
		resources: [{ value: 'request', name: 'Request', operations: [only] }],
	};
}

/** Runs the loop with the simulator's SASOM account; a credential id of its own starts a new count. */
async function runWith(
	provider: Provider,
	{ credentialId, ...options }: ContextOptions & { credentialId?: string } = {},
) {
	const nodeType = new Sasom();
	nodeType.description.properties = nodeProperties(provider.resources);
	const context = contextFor(accounts.sasom(simulator), {
		...options,
		nodeType,
		parameters: request({ ...options.parameters }),
	});
	const node = context.getNode();
	if (credentialId) node.credentials = { sasomApi: { id: credentialId, name: 'Credential' } };
	const [output] = await runOperation(
		Object.assign(Object.create(context) as typeof context, { getNode: () => node }),
		provider,
	);
	return output;
}

async function refusal(running: Promise<unknown>): Promise<NodeApiError> {
	try {
		await running;
	} catch (error) {
		return error as NodeApiError;
	}
	throw new Error('It was not refused');
}
