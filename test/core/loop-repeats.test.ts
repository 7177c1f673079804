import type { Operation } from '../../nodes/shared/provider';
import { arrivals, fail, providerWith, refusal, runWith, send } from './loop';

const FASTER = 20;

/** The pauses are measured by this clock, and slept away in slices of a quarter of a second. */
beforeAll(() => {
	const [start, now] = [performance.now(), performance.now.bind(performance)];
	jest.spyOn(performance, 'now').mockImplementation(() => start + (now() - start) * FASTER);
});
afterAll(() => jest.restoreAllMocks());

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
			expect(error.message).toContain('look at the provider before you send it again');
			expect(arrivals()).toHaveLength(2);
		},
	);

	it('names what to look for at the provider', async () => {
		fail('status', 1, { status: 500 });
		const operation: Partial<Operation> = {
			request: () => ({ method: 'POST', path: '/api/echo', reference: 'Request ID 4711' }),
		};
		const error = await refusal(runWith(providerWith(operation)));
		expect(error.message).toContain('look at the provider for Request ID 4711 before');
	});
});

it('a refused credential is named as the cause', async () => {
	const error = await refusal(send({}, { data: { apiSecret: 'wrong' } }));
	expect(error.failure).toEqual({ cause: 'credential-invalid' });
});
