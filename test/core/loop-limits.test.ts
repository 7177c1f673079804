import { sasom } from '../../nodes/Sasom/provider';
import type { Operation } from '../../nodes/shared/provider';
import { answerAfter, arrivals, fail, itemsOf, providerWith, refusal, runWith, send } from './loop';

describe("the provider's limit", () => {
	it('a request after a 429 was not carried out: sent again when the provider says', async () => {
		fail('tooMany', 1, { retryAfterSeconds: 1 });
		await expect(send({ method: 'POST' })).resolves.toHaveLength(1);
		const [first, second] = arrivals();
		expect(second - first).toBeGreaterThanOrEqual(990);
	});

	it('a 429 holds the other items back too', async () => {
		fail('tooMany', 1, { retryAfterSeconds: 1 });
		const output = await send({ options: { concurrency: 2 } }, { items: itemsOf(8) });
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

	it('a server error that asks for a longer wait than that is the answer', async () => {
		fail('status', 1, { status: 503, retryAfterSeconds: 60 });
		const error = await refusal(send({ options: { longestWait: 1 } }));
		expect(error.message).toContain('HTTP 503');
		expect(arrivals()).toHaveLength(1);
	});

	it('with Never Error the refusal is output when the wait is too long', async () => {
		fail('tooMany', 1, { retryAfterSeconds: 600 });
		const options = { neverError: true, fullResponse: true };
		const [{ json }] = await runWith(sasom, { credentialId: 'never', parameters: { options } });
		expect(json).toMatchObject({ statusCode: 429 });
	});

	it('no more requests leave in a time than the provider takes', async () => {
		const rateLimit = { requests: 5, perMilliseconds: 1_000 };
		const items = itemsOf(12);
		const startedAt = performance.now();
		const output = await runWith({ ...sasom, rateLimit }, { credentialId: 'limited', items });
		expect(output).toHaveLength(12);
		// The eleventh has to wait for the sixth, and that one for the first.
		expect(performance.now() - startedAt).toBeGreaterThanOrEqual(2_000);
		expect(arrivals()).toHaveLength(12);
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

it('a cancelled execution sends no further item', async () => {
	answerAfter(50);
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
