import { requiredDay } from '../../nodes/shared/fields/day';
import { jsonObject, jsonValue } from '../../nodes/shared/fields/json';
import { requiredInteger } from '../../nodes/shared/fields/number';
import { requiredPathStep, requiredText } from '../../nodes/shared/fields/text';
import { refusalOf } from './refusal';

const read = <T, R extends unknown[]>(
	field: (parameters: object & never, name: string, label: string, ...rest: R) => T,
	value: unknown,
	...rest: R
) => field({ value } as never, 'value', 'The Label', ...rest);

describe('a mandatory text', () => {
	it.each([
		['text', 'abc', 'abc'],
		['white space around it', ' abc\n', 'abc'],
		['white space inside it', 'a b', 'a b'],
		['a number', 12, '12'],
		['zero', 0, '0'],
	])('may be %s', (_what, value, expected) => expect(read(requiredText, value)).toBe(expected));

	it.each([undefined, null, '', ' \t'])('is named when it is missing (%j)', (value) => {
		expect(refusalOf(() => read(requiredText, value))).toEqual({
			message: 'The Label is empty',
			description: expect.stringContaining('Fill in The Label in the node'),
		});
	});
});

describe('a step of a path', () => {
	it.each([
		['mer_123', 'mer_123'],
		[' mer_123 ', 'mer_123'],
		['a/b', 'a%2Fb'],
		['../x', '..%2Fx'],
		['a?b#c', 'a%3Fb%23c'],
		['a b+c%', 'a%20b%2Bc%25'],
		['%2e%2e', '%252e%252e'],
		['ü𝒳', '%C3%BC%F0%9D%92%B3'],
		['a\\b', 'a%5Cb'],
	])('%j stays one step', (value, expected) => {
		expect(read(requiredPathStep, value)).toBe(expected);
		const { pathname } = new URL(`/before/${expected}/after`, 'https://api.example.com');
		expect(pathname.split('/')).toHaveLength(4);
	});

	it.each(['.', '..', ' .. '])('may not be %j, which would lead elsewhere', (value) => {
		expect(refusalOf(() => read(requiredPathStep, value)).message).toBe('The Label is not valid');
	});

	it('may not be empty', () => {
		expect(refusalOf(() => read(requiredPathStep, '')).message).toBe('The Label is empty');
	});

	it('may not be half of a surrogate pair, which no address can hold', () => {
		expect(refusalOf(() => read(requiredPathStep, '\ud800')).message).toBe(
			'The Label is not valid',
		);
	});
});

describe('a day', () => {
	it.each([
		['a day', '2026-01-31'],
		['a day in a leap year', '2028-02-29'],
		['a day and a time', '2026-01-31T23:59:59.000+09:00'],
		['a day and a time as the editor writes it', '2026-01-31 10:00:00'],
	])('may be %s', (_what, value) => {
		expect(read(requiredDay, value)).toBe(value.slice(0, 10));
	});

	it.each([
		['text', 'tomorrow'],
		['another order', '31-01-2026'],
		['another sign', '2026/01/31'],
		['no such month', '2026-13-01'],
		['no such day', '2026-01-32'],
		['no such day in that month', '2026-02-30'],
		['no leap year', '2027-02-29'],
		['too many digits', '2026-01-311'],
	])('may not be %s', (_what, value) => {
		expect(refusalOf(() => read(requiredDay, value))).toEqual({
			message: 'The Label is not a date',
			description: 'Enter a date such as 2026-01-31.',
		});
	});

	it('may not be empty', () => {
		expect(refusalOf(() => read(requiredDay, '')).message).toBe('The Label is empty');
	});
});

describe('a whole number', () => {
	it.each([
		['a number', 200, 200],
		['text', '200', 200],
		['text with white space', ' 200 ', 200],
		['the least', 1, 1],
		['the largest that is exact', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	])('may be %s', (_what, value, expected) => {
		expect(read(requiredInteger, value, 1)).toBe(expected);
	});

	it.each([0, -1, 1.5, '1.5', '1,5', 'abc', '12 EUR', 2 ** 53, Infinity, NaN, true, [], {}])(
		'may not be %p',
		(value) => {
			const { message } = refusalOf(() => read(requiredInteger, value, 1));
			expect(message).toMatch(/^The Label (must be a whole number of at least 1|is empty)$/);
		},
	);

	it('is named when it is missing', () => {
		expect(refusalOf(() => read(requiredInteger, '', 1)).message).toBe('The Label is empty');
	});
});

describe('JSON', () => {
	it.each<[string, unknown, unknown]>([
		['an object', '{"a": [1]}', { a: [1] }],
		['a list', '[1, "b"]', [1, 'b']],
		['a single value', '"a"', 'a'],
		['null', 'null', null],
		['an object from an expression', { a: 1 }, { a: 1 }],
		['a list from an expression', [1], [1]],
	])('may be %s', (_what, value, expected) => {
		expect(read(jsonValue, value)).toEqual(expected);
	});

	it.each(['{"a": 1', "{'a': 1}", '{a: 1}', '{"a": 1,}', 'abc', ''])(
		'that is malformed is refused by the name of its field: %s',
		(value) => {
			for (const field of [jsonValue, jsonObject]) {
				expect(refusalOf(() => read(field, value))).toEqual({
					message: 'The Label is not valid JSON',
					description: expect.stringContaining('Nothing was sent.'),
				});
			}
		},
	);

	it.each(['{}', { a: 1 }])('may be %j where it has to be an object', (value) => {
		expect(typeof read(jsonObject, value)).toBe('object');
	});

	it.each(['[1]', '1', '"a"', 'null', [1], null, undefined, 5])(
		'may not be %j where it has to be an object',
		(value) => {
			expect(refusalOf(() => read(jsonObject, value))).toEqual({
				message: 'The Label must be a JSON object',
				description: expect.stringContaining('Nothing was sent.'),
			});
		},
	);
});
