import type { Operation, Provider } from '../../nodes/shared/provider';
import { arrivals, arrived, providerWith, refusal, runWith } from './loop';

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
		expect(arrived().map(({ url }) => url)).toEqual(
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

	it('an empty page that leads back is the end', async () => {
		const provider = providerWith({
			request: () => ({ method: 'GET', path: '/api/echo', query: { page: 1 } }),
			items: (_, { request: { query } }) => (query?.page === 3 ? [] : [{ n: query?.page }]),
			list: {
				next: ({ request: { query, ...rest } }) => ({
					...rest,
					query: { page: query?.page === 3 ? 2 : Number(query?.page) + 1 },
				}),
			},
		});
		const output = await runWith(provider, { parameters: { returnAll: true } });
		expect(output.map(({ json }) => json)).toEqual([{ n: 1 }, { n: 2 }]);
		expect(arrivals()).toHaveLength(3);
	});
});

it('values that an operation calls secret are redacted in the answer', async () => {
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
