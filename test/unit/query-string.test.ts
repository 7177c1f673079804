import fc from 'fast-check';
import { stringifyQuery, type ArrayFormat } from '../../credentials/auth/query-string';

/** The library that n8n's request helpers use. */
const qs: { stringify(values: object, options: object): string } = require('qs');

const FORMATS: ArrayFormat[] = ['indices', 'brackets', 'repeat', 'comma'];

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', '+', '%', '%20', 'a b', 'a&b=c', '[0]', 'é', '𝒳', "-._~!'()*", 'a,b'),
);
const single = fc.oneof(
	text,
	fc.integer(),
	fc.double(),
	fc.boolean(),
	fc.constantFrom(null, undefined),
	fc.date({ noInvalidDate: true }),
);
const { values } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		single,
		fc.array(tie('value'), { maxLength: 4 }),
		tie('values'),
	),
	values: fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

describe.each(FORMATS)('a query with arrays as %s', (arrayFormat) => {
	it('is written as n8n writes it, for any values', () => {
		fc.assert(
			fc.property(values as fc.Arbitrary<Record<string, unknown>>, (query) => {
				expect(stringifyQuery(query, arrayFormat)).toBe(qs.stringify(query, { arrayFormat }));
			}),
			{ numRuns: 300 },
		);
	});

	it.each<[string, Record<string, unknown>]>([
		['nested objects', { filter: { price: { from: 1, to: 2 } } }],
		['objects in arrays', { rooms: [{ id: 1 }, { id: 2, beds: ['a', 'b'] }] }],
		['arrays in arrays', { a: [[1, 2], [3]] }],
		['arrays that hold nothing', { a: [null, undefined, ''], b: [undefined], c: [null] }],
		['bytes', { a: Buffer.from('a b') }],
		['functions', { a: () => 1, b: [() => 1], c: 1 }],
		['big integers', { a: 2n ** 70n }],
		['an empty name', { '': 1, a: { '': 2 } }],
	])('writes %s as n8n does', (_what, query) => {
		expect(stringifyQuery(query, arrayFormat)).toBe(qs.stringify(query, { arrayFormat }));
	});
});

describe('a query', () => {
	it.each<[ArrayFormat, string]>([
		['indices', 'z%5B0%5D=1&z%5B1%5D=2'],
		['brackets', 'z%5B%5D=1&z%5B%5D=2'],
		['repeat', 'z=1&z=2'],
		['comma', 'z=1%2C2'],
	])('with arrays as %s reads %s', (format, written) => {
		expect(stringifyQuery({ z: [1, 2] }, format)).toBe(written);
	});

	it.each([
		['a space', { a: 'b c' }, 'a=b%20c'],
		['a plus', { a: '1+2' }, 'a=1%2B2'],
		['a percent sign', { a: '100%' }, 'a=100%25'],
		['unicode', { ü: '𝒳' }, '%C3%BC=%F0%9D%92%B3'],
		['what RFC 3986 reserves', { a: "!'()*" }, 'a=%21%27%28%29%2A'],
		['null', { a: null }, 'a='],
		['booleans', { a: true, b: false }, 'a=true&b=false'],
		['a date', { a: new Date(0) }, 'a=1970-01-01T00%3A00%3A00.000Z'],
		['undefined, an empty array, an empty object', { a: undefined, b: [], c: {}, d: 1 }, 'd=1'],
		['half of a surrogate pair', { a: '\ud800' }, 'a=%EF%BF%BD'],
		['nothing', {}, ''],
	])('writes %s', (_what, query, written) => {
		expect(stringifyQuery(query)).toBe(written);
	});
});
