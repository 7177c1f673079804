import type { IDataObject } from 'n8n-workflow';
import { requiredDay } from '../../nodes/shared/fields/day';
import { jsonValue } from '../../nodes/shared/fields/json';
import { optionalIds, requiredIds } from '../../nodes/shared/fields/list';
import { pairsOf, valuesByName } from '../../nodes/shared/fields/pairs';
import { refusalOf } from './refusal';

const given = (value: unknown) => ({ value }) as IDataObject;
const FIELD = ['value', 'The Label'] as const;

describe('a day', () => {
	const day = (value: unknown, zone: string) => requiredDay(given(value), ...FIELD, zone);

	it.each([
		['2026-12-31', '2026-12-31'],
		['2026-12-31T22:00:00', '2026-12-31'],
		['2026-12-31 22:00', '2026-12-31'],
		['2026-12-31T22:00:00Z', '2027-01-01'],
		['2026-12-31T22:00:00.000+07:00', '2026-12-31'],
		['2026-12-31T22:00:00+0100', '2027-01-01'],
		['2026-12-31T16:59:59Z', '2026-12-31'],
		['2026-12-31T17:00:00Z', '2027-01-01'],
		['2027-01-01T00:00:00Z', '2027-01-01'],
		['2027-01-01T00:00:00.000+00:00', '2027-01-01'],
		['2027-01-01T00:00:00.001Z', '2027-01-01'],
		['2026-12-31T23:00:00-05', '2027-01-01'],
	])('of %s in Jakarta is %s', (value, expected) => {
		expect(day(value, 'Asia/Jakarta')).toBe(expected);
	});

	it.each([
		['2027-01-01T03:00:00Z', '2026-12-31'],
		['2027-01-01T00:00:00Z', '2027-01-01'],
		['2027-01-01T00:00:00.001Z', '2026-12-31'],
		['2027-01-01T05:00:00+05:00', '2026-12-31'],
		['2027-01-01T00:00:00', '2027-01-01'],
	])('of %s in New York is %s', (value, expected) => {
		expect(day(value, 'America/New_York')).toBe(expected);
	});

	it('of a JavaScript date is that of a moment in UTC', () => {
		expect(day(new Date('2026-12-31T22:00:00Z'), 'Asia/Jakarta')).toBe('2027-01-01');
		expect(day(new Date('2026-12-31T00:00:00Z'), 'America/New_York')).toBe('2026-12-31');
	});

	it('of a Luxon value is its own', () => {
		const value = { toISODate: () => '2026-12-31' };
		expect(day(value, 'Asia/Jakarta')).toBe('2026-12-31');
	});

	it.each([
		'2026-11-20/2026-11-25',
		'2026-11-20abc',
		'2026-11-20T',
		'2026-11-20T25:00:00Z',
		'2026-11-20T10:60',
		'2026-11-20T10:00:00Zx',
		'2026-11-20T10:00:00+25:00',
		'2026-11-20T10:00:00-07:60',
		'2026-11-20T10:00:00+99',
		'2026-11-20 to 2026-11-25',
		'1795840198816',
		1795840198816,
		new Date(NaN),
		'２０２６-11-20',
	])('may not be %j', (value) => {
		expect(refusalOf(() => day(value, 'UTC')).message).toBe('The Label is not a date');
	});

	it.each([{ a: 1 }, ['2026-11-20'], NaN])('may not be %j, which is no text', (value) => {
		expect(refusalOf(() => day(value, 'UTC')).message).toBe('The Label must be text or a number');
	});
});

describe('a list of IDs', () => {
	it.each<[unknown, string[]]>([
		['A', ['A']],
		['A,B', ['A', 'B']],
		['A;B', ['A', 'B']],
		['A\tB', ['A', 'B']],
		['A\nB\r\nC\n', ['A', 'B', 'C']],
		[' A , B ;; A ', ['A', 'B']],
		['"A","B"', ['A', 'B']],
		["'A'\n'B'", ['A', 'B']],
		['\u200bA,\ufeffB', ['A', 'B']],
		['["A", "B"]', ['A', 'B']],
		[
			['A', 5],
			['A', '5'],
		],
		[155, ['155']],
	])('%j', (value, expected) => {
		expect(requiredIds(given(value), ...FIELD)).toEqual(expected);
	});

	it.each(['', ' , ;\n', undefined, null, []])('may be empty: %j', (value) => {
		expect(optionalIds(given(value), ...FIELD)).toEqual([]);
		expect(refusalOf(() => requiredIds(given(value), ...FIELD)).message).toBe('The Label is empty');
	});

	it('names the place of an ID with an invisible character', () => {
		expect(refusalOf(() => requiredIds(given('A,B\u200bC'), ...FIELD)).message).toBe(
			'The Label: ID 2 contains an invisible character: zero-width space (U+200B) at position 2',
		);
	});

	it.each([[[12345678901234567890]], [[{ a: 1 }]], [[['A']]], { a: 1 }])(
		'may not hold what is no ID: %j',
		(value) => {
			expect(refusalOf(() => requiredIds(given(value), ...FIELD)).message).toMatch(
				/^The Label: ID 1 must be text$/,
			);
		},
	);
});

describe('JSON of a user', () => {
	const json = (value: unknown) => jsonValue(given(value), ...FIELD);

	it('may begin with a byte order mark', () => expect(json('\ufeff{"a": 1}')).toEqual({ a: 1 }));

	it('of 10 MB is read', () => {
		const text = JSON.stringify({ a: `${'x\\"'.repeat(3_000_000)}` });
		expect((json(text) as { a: string }).a).toHaveLength(9_000_000);
	});

	it.each([
		'{"a": 1e400}',
		'{"a": -1e999}',
		'[12345678901234567890]',
		'[12345678901234567.5]',
		'[1234567890123456789e0]',
		'[1e-400]',
	])('has no number that JavaScript would change: %s', (text) => {
		expect(refusalOf(() => json(text)).message).toBe('The Label has a number with too many digits');
	});

	it.each([
		'{"a": "12345678901234567890 \\" 1e400"}',
		'{"a":1e300}',
		'[1.10, 0, -0.0, 1E3, 1000000, 0.30000000000000004, 48.858370000000001, 12e-5]',
	])('may be %s', (text) => {
		expect(json(text)).toEqual(JSON.parse(text));
	});

	it.each([{ a: NaN }, [Infinity], { a: [{ b: 12345678901234567890 }] }])(
		'from an expression has no number that JSON cannot hold: %p',
		(value) => {
			expect(refusalOf(() => json(value)).message).toBe(
				'The Label has a number that JSON cannot hold exactly',
			);
		},
	);

	it.each([
		{ a: new Date('x') },
		[() => 1],
		{ a: { b: Symbol('a') } },
		[1n],
		new Map(),
		[new Set()],
		['Invalid DateTime'],
	])('from an expression has nothing that JSON would lose: %p', (value) => {
		expect(refusalOf(() => json(value)).message).toBe(
			'The Label has a value that JSON cannot hold',
		);
	});

	it('may be a date of an expression', () => {
		const value = { a: new Date(0), b: { toISO: () => 'x', toJSON: () => 'x', isValid: true } };
		expect(json(value)).toBe(value);
	});

	it('from an expression has no Luxon value that is not valid', () => {
		const value = { a: { toISO: () => null, toJSON: () => null, isValid: false } };
		expect(refusalOf(() => json(value)).message).toBe(
			'The Label has a value that JSON cannot hold',
		);
	});

	it('may be nested, but not without an end', () => {
		const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
		const itself: { a?: object } = {};
		itself.a = itself;
		expect(() => json(nested(400))).not.toThrow();
		for (const value of [nested(100_000), itself]) {
			expect(refusalOf(() => json(value)).message).toBe('The Label is nested too deeply');
		}
	});

	it.each([undefined, null])('is missing where the expression gives %p', (value) => {
		expect(refusalOf(() => json(value)).message).toBe('The Label is empty');
	});

	it('is told from JSON by the blank that misleads', () => {
		expect(refusalOf(() => json('{\u00a0"a": 1}')).description).toContain(
			'no-break space (U+00A0)',
		);
	});
});

describe('names and values', () => {
	const rows = (...field: object[]) => given({ field });

	it('take several values of a name as a list, also from an expression', () => {
		const query = rows({ name: 'id', value: [1, 'b'] }, { name: 'id', value: 'c' });
		expect(valuesByName(query, ...FIELD)).toEqual({ id: ['1', 'b', 'c'] });
	});

	it.each([{ a: 1 }, [[1]], [{ a: 1 }], [null], NaN])('may not have the value %j', (value) => {
		const { message } = refusalOf(() => valuesByName(rows({ name: 'id', value }), ...FIELD));
		expect(message).toMatch(/^The Label: id(, value 1)? (must be text or a number|is empty)$/);
	});

	it.each([{ a: 1 }, [1], ['1', '2']])('that travel once may not have the value %j', (value) => {
		expect(refusalOf(() => pairsOf(rows({ name: 'id', value }), ...FIELD)).message).toBe(
			'The Label: id must be text or a number',
		);
	});

	it.each([undefined, null])('that must be there may not have the value %p', (value) => {
		expect(refusalOf(() => pairsOf(rows({ name: 'id', value }), ...FIELD, true)).message).toBe(
			'The Label: id is empty',
		);
	});

	it.each([undefined, null])('have no name that an expression does not give: %p', (name) => {
		for (const read of [pairsOf, valuesByName]) {
			expect(refusalOf(() => read(rows({ name, value: 'v' }), ...FIELD)).message).toBe(
				'The Label: Name of field 1 is empty',
			);
		}
	});

	it('that must be there have a name where they have a value', () => {
		expect(refusalOf(() => pairsOf(rows({ name: '', value: 'v' }), ...FIELD, true)).message).toBe(
			'The Label has a value without a name',
		);
		expect(pairsOf(rows({ name: '', value: '' }), ...FIELD, true)).toEqual([]);
	});

	it('have no name that n8n would drop', () => {
		expect(
			refusalOf(() => valuesByName(rows({ name: '__proto__', value: '1' }), ...FIELD)).message,
		).toBe('The Label has a name that cannot be sent: __proto__');
	});
});
