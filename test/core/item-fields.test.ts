import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { GuestlineCheckoutApi } from '../../credentials/GuestlineCheckoutApi.credentials';
import { GuestlineCheckout } from '../../nodes/GuestlineCheckout/GuestlineCheckout.node';
import { sendRequest } from '../../nodes/shared/generic-request';
import { parameterReader } from '../../nodes/shared/parameters';
import { contextFor, store } from './harness';
import { request } from './nodes';

/** A field of the item is read without n8n, which has to make no difference but the time it takes. */
const credential = store(new GuestlineCheckoutApi(), {});
const nodeType = new GuestlineCheckout();

const contextOf = (path: string, items: IDataObject[]): IExecuteFunctions =>
	contextFor(credential, { nodeType, parameters: request({ path }), items });

/** What n8n gives for each item, or the message of its error. */
function byN8n(path: string, items: IDataObject[]): unknown[] {
	const context = contextOf(path, items);
	return items.map((_, index) => given(() => context.getNodeParameter('path', index)));
}

/** The same of the reader; `asked` is how often it asked n8n. */
function byReader(context: IExecuteFunctions, count: number): { values: unknown[]; asked: number } {
	const getNodeParameter = jest.spyOn(context, 'getNodeParameter');
	const read = parameterReader(context);
	const values = Array.from({ length: count }, (_, index) =>
		given(() => read(sendRequest, index).path),
	);
	const asked = getNodeParameter.mock.calls.filter(([name]) => name === 'path').length;
	return { values, asked };
}

function given(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		return (error as Error).message;
	}
}

const text = fc.string({ unit: fc.constantFrom(...'a1 /?&=$"\'`.,:\\\n{}', '{{', 'ü', '😀') });
const leaf = fc.oneof(
	text,
	fc.integer(),
	fc.double(),
	fc.boolean(),
	fc.constantFrom(null, undefined, '', 0, '[object Object]', new Date(0)),
);
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), fc.record({ b: leaf, c: leaf }));
const items = fc.array(fc.record({ a: value }, { requiredKeys: [] }), {
	minLength: 2,
	maxLength: 4,
});
const reference = fc.constantFrom('$json.a', '$json.a.b', '$json.A', '$json .a', '$json["a"]');

it('a field of the item is what n8n makes of the expression, whatever the item holds', () => {
	fc.assert(
		fc.property(text, reference, text, items, (before, field, after, all) => {
			for (const path of [`={{ ${field} }}`, `=${before}{{${field}}}${after}`]) {
				const { values } = byReader(contextOf(path, all as IDataObject[]), all.length);
				expect(values).toEqual(byN8n(path, all as IDataObject[]));
			}
		}),
		{ numRuns: 200 },
	);
});

it.each(['={{ $json.a }}', '=/{{ $json.a }}/b'])('the same for every kind of value: %s', (path) => {
	const simple = ['x', '', 'ü{{ 1 }}', 0, -0, 1e21, 0.1, false, NaN, Infinity];
	const others = [null, undefined, new Date(0), ['b'], { b: 1 }];
	const all = ['first', ...simple, ...others].map((a) => ({ a })) as IDataObject[];
	expect(byReader(contextOf(path, all), all.length).values).toEqual(byN8n(path, all));
});

it.each([
	['alone', '={{ $json.id }}'],
	['between text', '=/orders/{{ $json.id }}?details=1'],
	['deeper', '=/orders/{{$json.order.id}}'],
])('n8n is asked for the first item only: %s', (_where, path) => {
	const all = ['a', 7, false].map((id) => ({ id, order: { id } }));
	const { values, asked } = byReader(contextOf(path, all), all.length);
	expect(values).toEqual(byN8n(path, all));
	expect(asked).toBe(1);
});

it.each([
	['a calculation', '={{ $json.id + 1 }}'],
	['another node', "={{ $('Other').item.json.id }}"],
	['two fields', '={{ $json.id }}/{{ $json.id }}'],
	['a name that n8n refuses', '={{ $json.constructor }}'],
	['a text that n8n refuses', '=a.constructor/{{ $json.id }}'],
])('n8n is asked for each item: %s', (_what, path) => {
	const all = [1, 2, 3].map((id) => ({ id, constructor: 'x' }));
	const { values, asked } = byReader(contextOf(path, all), all.length);
	expect(values).toEqual(byN8n(path, all));
	expect(asked).toBe(3);
});

it('n8n is asked for each item where it makes something else of the first one', () => {
	const context = contextOf('={{ $json.id }}', [{ id: 1 }, { id: 2 }]);
	const original = context.getNodeParameter.bind(context) as (...of: unknown[]) => unknown;
	context.getNodeParameter = ((name: string, index: number, ...others: unknown[]) =>
		name === 'path' ? `other-${index}` : original(name, index, ...others)) as never;
	expect(byReader(context, 2)).toEqual({ values: ['other-0', 'other-1'], asked: 2 });
});
