import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';
import { Partner } from '../../nodes/Partner/Partner.node';
import { runNode } from './harness';
import { SECRET, startPartner, type StrictPartner } from './partner';

let partner: StrictPartner;
beforeAll(async () => {
	partner = await startPartner();
});
afterAll(async () => await partner.stop());
beforeEach(() => partner.log.splice(0));

const request = (parameters: IDataObject): IDataObject => ({
	resource: 'request',
	operation: 'send',
	method: 'GET',
	...parameters,
});
const send = async (parameters: IDataObject, options: Parameters<StrictPartner['run']>[1] = {}) => {
	const items = await partner.run(request(parameters), options);
	return items.map(({ json }) => json);
};
const refused = async (parameters: IDataObject) =>
	await send(parameters).then(
		() => {
			throw new Error('It was not refused');
		},
		(error: NodeApiError) => error,
	);

describe('the Partner API node', () => {
	it('sends what it signs', async () => {
		const [json] = await send({
			method: 'POST',
			path: '/echo',
			query: { field: [{ name: 'a', value: 'x y' }] },
			bodyType: 'json',
			bodyJson: '{"b": 1}',
		});
		expect(json).toEqual({
			received: { method: 'POST', url: '/echo?a=x%20y', body: '{"b":1}' },
		});
	});

	it('says what the partner says where the signature is wrong', async () => {
		const stored = partner.stored({ secret: 'another-secret' });
		await expect(
			runNode(stored, new Partner(), { parameters: request({ path: '/echo' }) }),
		).rejects.toThrow('Partner API: The signature is wrong (HTTP 401)');
	});

	it('outputs a file as a file', async () => {
		const [item] = await partner.run(request({ path: '/file' }));
		expect(item.binary?.data.mimeType).toBe('application/pdf');
	});

	it('repeats no secret that the partner sends back', async () => {
		const items = await send({ path: '/repeats-secrets' });
		expect(items).toEqual([{ you: '***', list: ['secret=***'] }]);
		expect(JSON.stringify(items)).not.toContain(SECRET);
	});

	it('takes a failure under HTTP 200 for what it is', async () => {
		const options = {
			failure: {
				rule: {
					statusPath: 'result.code',
					meaning: 'success',
					values: '0',
					messagePath: 'result.words',
				},
			},
		};
		const error = await refused({ path: '/failed', options });
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Partner API: No such order (HTTP 200, code 4001)');
		const [json] = await send({ path: '/failed', options: { ...options, neverError: true } });
		expect(json).toEqual({ result: { code: 4001, words: 'No such order' } });
	});

	it('gives an item for each entry of the list', async () => {
		const options = { itemsPath: 'data' };
		expect(await send({ path: '/limits', options })).toEqual([{ id: 1 }, { id: 2 }]);
		const [full] = await send({ path: '/limits', options: { ...options, fullResponse: true } });
		expect(full).toMatchObject({ statusCode: 200, body: { data: [{ id: 1 }, { id: 2 }] } });
	});

	it('sends no more requests in a time than the partner takes', async () => {
		const items = [{}, {}, {}, {}];
		const options = { rate: { limit: { requests: 2, seconds: 0.3 } } };
		await send({ path: '/echo', options }, { items });
		const [first, , third] = partner.log.map(({ at }) => at);
		expect(third - first).toBeGreaterThan(250);
	});
});

describe('pages', () => {
	const ALL = [1, 2, 3, 4, 5].map((id) => ({ id }));
	const KINDS: Array<[string, IDataObject, string[]]> = [
		[
			'by cursor',
			{
				path: '/cursor',
				pagination: 'cursor',
				cursorPath: 'meta.next',
				options: { itemsPath: 'data' },
			},
			['/cursor', '/cursor?cursor=2', '/cursor?cursor=4'],
		],
		[
			'by address',
			{ path: '/next', pagination: 'next', nextPath: 'links.next', options: { itemsPath: 'data' } },
			['/next', '/next?from=2', '/next?from=4'],
		],
		[
			'by page number',
			{ path: '/page', pagination: 'page', sizeParameter: '' },
			[1, 2, 3, 4].map((page) => `/page?page=${page}`),
		],
		[
			'by offset',
			{ path: '/offset', pagination: 'offset', pageSize: 10, options: { itemsPath: 'data.items' } },
			[0, 2, 4, 5].map((offset) => `/offset?offset=${offset}&limit=10`),
		],
	];

	it.each(KINDS)('%s', async (_kind, parameters, urls) => {
		expect(await send({ ...parameters, returnAll: true })).toEqual(ALL);
		expect(partner.log.map(({ url }) => url)).toEqual(urls);
	});

	it.each(KINDS)('%s, no more than asked for', async (_kind, parameters, urls) => {
		expect(await send({ ...parameters, returnAll: false, limit: 3 })).toEqual(ALL.slice(0, 3));
		expect(partner.log.map(({ url }) => url)).toEqual(urls.slice(0, 2));
	});

	it('are not asked for where none are set, and nothing is cut off', async () => {
		expect(await send({ path: '/page?page=1', limit: 1 })).toEqual([{ id: 1 }, { id: 2 }]);
		expect(partner.log).toHaveLength(1);
	});

	it('are not asked for where something is written', async () => {
		const write = { method: 'POST', path: '/page?page=1', pagination: 'page', returnAll: true };
		expect(await send(write)).toHaveLength(2);
		expect(partner.log).toHaveLength(1);
	});

	it('of a partner that does not know the parameter are an error, not endless', async () => {
		const error = await refused({
			path: '/knows-no-pages',
			pagination: 'page',
			returnAll: true,
		});
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('The provider leads to a page that was there before');
		expect(error.description).toContain('Pagination');
		expect(partner.log).toHaveLength(2);
	});

	it('at another host are refused, and nothing goes there', async () => {
		const error = await refused({
			path: '/elsewhere',
			pagination: 'next',
			nextPath: 'links.next',
			returnAll: true,
			options: { itemsPath: 'data' },
		});
		expect(error.message).toBe('Next Address Path leads to another host');
		expect(error.description).not.toContain('Nothing was sent');
		expect(partner.log).toHaveLength(1);
	});
});
