import type { IDataObject } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import type { Operation } from '../../nodes/shared/provider';
import { arrivals, contextOf, fail, itemsOf, providerWith, refusal, runOn, runWith } from './loop';

const WRITE: Partial<Operation> = {
	request: () => ({ method: 'POST', path: '/api/echo', reference: 'Request ID 4711' }),
};
const errors = (output: Array<{ json: IDataObject }>) => output.map(({ json }) => json.error);

it('what goes on to the workflow and to AI agents says that a write may have been carried out', async () => {
	fail('status', 1, { status: 502 });
	const output = await runWith(providerWith(WRITE), { continueOnFail: true });
	expect(errors(output)).toEqual([
		expect.stringMatching(
			/^SASOM: .*may have been carried out: look at the provider for Request ID 4711 before/,
		),
	]);
});

it('so does a write that was answered in a way nobody expected', async () => {
	const items = () => {
		throw new Error('The answer is not what this operation gets as a rule');
	};
	const error = await refusal(runWith(providerWith({ ...WRITE, items })));
	expect(error.message).toBe(
		'The answer is not what this operation gets as a rule. It may have been carried out: look at the provider for Request ID 4711 before you send it again',
	);
	const read = await refusal(runWith(providerWith({ items })));
	expect(read.message).toBe('The answer is not what this operation gets as a rule');
});

it('a refused write names what it was', async () => {
	fail('status', 1, { status: 422 });
	const error = await refusal(runWith(providerWith(WRITE)));
	expect(error.message).not.toContain('carried out');
	expect(error.description).toContain('This was Request ID 4711.');
});

it('a failed write says that others were sent, and how far', async () => {
	fail('status', 1, { status: 422 });
	const error = await refusal(runWith(providerWith(WRITE), { items: itemsOf(30) }));
	const [, last] =
		/Other items were sent as well, up to item (\d+)/.exec(`${error.description}`) ?? [];
	expect(Number(last)).toBe(arrivals().length - 1);
	fail('status', 1, { status: 422 });
	const read = await refusal(runWith(providerWith({}), { items: itemsOf(30) }));
	expect(read.description).not.toContain('Other items');
});

it.each([
	{ timeout: "={{ $('Nope').item.json.x }}" },
	{ concurrency: "={{ $('Nope').item.json.x }}" },
])(
	'with Continue an expression that fails in Options fails the items, and passes none on: %j',
	async (options) => {
		const output = await runWith(sasom, {
			continueOnFail: true,
			items: itemsOf(2),
			parameters: { options },
		});
		expect(errors(output)).toEqual([expect.any(String), expect.any(String)]);
		expect(arrivals()).toHaveLength(0);
	},
);

it('with Continue a credential that cannot be read fails the items, and passes none on', async () => {
	const context = contextOf(sasom, { continueOnFail: true, items: itemsOf(2) });
	context.getCredentials = async () => {
		throw new Error('It was deleted');
	};
	expect(errors(await runOn(context, sasom))).toEqual(['It was deleted', 'It was deleted']);
});

it('an expression that fails names the field', async () => {
	const parameters = { path: "={{ $('Nope').item.json.x }}" };
	const error = await refusal(runWith(sasom, { parameters }));
	expect(error.description).toContain('the field Path of this node');
});

it('where n8n runs the node again, an item keeps what was made for it', async () => {
	const sent: unknown[] = [];
	let count = 0;
	const provider = providerWith({
		makes: { id: () => `made-${(count += 1)}` },
		request: ({ id }) => {
			sent.push(id);
			return { method: 'GET', path: '/api/echo' };
		},
	});
	const context = contextOf(provider, { items: itemsOf(2) });
	await runOn(context, provider);
	await runOn(context, provider);
	expect(sent).toEqual(['made-1', 'made-2', 'made-1', 'made-2']);
});
