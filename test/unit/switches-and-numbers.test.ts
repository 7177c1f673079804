import type { IDataObject } from 'n8n-workflow';
import { switchOf } from '../../nodes/shared/fields/boolean';
import { decimalOf, requiredInteger } from '../../nodes/shared/fields/number';
import { settingsOf } from '../../nodes/shared/settings';
import { refusalOf } from './refusal';

const given = (value: unknown) => ({ value }) as IDataObject;
const FIELD = ['value', 'The Label'] as const;

describe('a switch', () => {
	it.each([true, 'true', 'TRUE', ' True ', '1', 1, '\u200btrue'])('is on: %j', (value) => {
		expect(switchOf(given(value), ...FIELD)).toBe(true);
	});

	it.each([false, 'false', 'FALSE ', '0', 0, -0])('is off: %j', (value) => {
		expect(switchOf(given(value), ...FIELD, true)).toBe(false);
	});

	it.each([null, '', 'yes', 'no', 2, NaN, {}, [], ['true'], 'truе', '__proto__'])(
		'may not be %j',
		(value) => {
			const refused = refusalOf(() => switchOf(given(value), ...FIELD));
			expect(refused.message).toBe('The Label must be true or false');
			expect(refused.description).toContain('Nothing was sent.');
		},
	);

	it.each([true, false])('is as documented where it is not there: %j', (otherwise) => {
		expect(switchOf({}, ...FIELD, otherwise)).toBe(otherwise);
		expect(switchOf(given(undefined), ...FIELD, otherwise)).toBe(otherwise);
	});
});

describe('a number', () => {
	const NOT_TYPED = [
		...[
			'0x1F4',
			'1e3',
			'1E3',
			'0b11',
			'0o17',
			'１２',
			'١٢',
			'1_000',
			'1,250',
			'12.',
			'.5',
			'+5',
			'--5',
		],
		...['1 000', 'abc', '5 EUR', 'Infinity', 'NaN', true, [], ['5'], {}, NaN, Infinity, 1e21],
	];

	it.each(NOT_TYPED)('whole: may not be %p', (value) => {
		expect(refusalOf(() => requiredInteger(given(value), ...FIELD, 0)).message).toBe(
			'The Label must be a whole number of at least 0',
		);
	});

	it.each(NOT_TYPED)('with decimals: may not be %p', (value) => {
		expect(decimalOf(given(value), ...FIELD, 2)).toBeUndefined();
	});

	it.each<[unknown, number]>([
		[12, 12],
		['007', 7],
		[' 12\u200b', 12],
		[-0, 0],
		['-0', 0],
		[0.25, 0.25],
		['12.50', 12.5],
		[-3, -3],
	])('with decimals: %p', (value, expected) => {
		expect(Object.is(decimalOf(given(value), ...FIELD, 2), expected)).toBe(true);
	});

	it.each(['1.234', 0.125])('has no more decimals than the field takes: %p', (value) => {
		expect(decimalOf(given(value), ...FIELD, 2)).toBeUndefined();
	});

	it('names both ends of its range', () => {
		expect(refusalOf(() => requiredInteger(given(11), ...FIELD, 1, 10)).message).toBe(
			'The Label must be a whole number from 1 to 10',
		);
	});
});

describe('the settings of an item', () => {
	const settings = (options: object, rest: object = {}) =>
		settingsOf({ options, ...rest } as IDataObject);

	it('have documented defaults', () => {
		expect(settings({})).toMatchObject({
			timeout: 60_000,
			longestWait: 300_000,
			neverError: false,
		});
	});

	it.each([-5, 0, 'abc', 9_999_999_999, 2 ** 31, '1e3', 1.5])(
		'Timeout may not be %j',
		(timeout) => {
			expect(refusalOf(() => settings({ timeout })).message).toBe(
				'Timeout (Milliseconds) must be a whole number from 1 to 2147483647',
			);
		},
	);

	it.each([-1, 'abc', '1e3', NaN])('Longest Wait may not be %j', (longestWait) => {
		expect(refusalOf(() => settings({ longestWait })).message).toBe(
			'Longest Wait (Seconds) must be a number of seconds, 0 or more',
		);
	});

	it('Longest Wait may be longer than a timer takes: nothing waits for it in one piece', () => {
		expect(settings({ longestWait: 9_999_999_999 }).longestWait).toBe(9_999_999_999_000);
	});

	it.each([0, 101, '0x10', 1.5])('Items at Once may not be %j', (concurrency) => {
		expect(refusalOf(() => settings({ concurrency })).message).toBe(
			'Items at Once must be a whole number from 1 to 100',
		);
	});

	it.each([
		[{ returnAll: 'false', limit: 5 }, 5],
		[{ returnAll: '0', limit: '5' }, 5],
		[{ returnAll: 'TRUE', limit: 5 }, Infinity],
	])('a list ends as %j says', (rest, limit) => expect(settings({}, rest).limit).toBe(limit));
});
