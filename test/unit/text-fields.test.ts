import { nameOf, textOf, trimmed, visible } from '../../credentials/auth/text';
import {
	isLeftEmpty,
	optionalId,
	optionalText,
	requiredChoice,
	requiredId,
	requiredText,
} from '../../nodes/shared/fields/text';
import { refusalOf } from './refusal';

const read = <T>(
	field: (parameters: object & never, name: string, label: string) => T,
	value: unknown,
) => field({ value } as never, 'value', 'The Label');

describe('a text from an expression', () => {
	it.each<[string, unknown, string]>([
		['text', 'a', 'a'],
		['a number', 5, '5'],
		['a number with decimals', 10.5, '10.5'],
		['minus zero', -0, '0'],
		['a switch', false, 'false'],
		['the largest whole number that is exact', Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['an emoji of several characters', '👩‍👩‍👧', '👩‍👩‍👧'],
		['nothing', undefined, ''],
		['null', null, ''],
	])('may be %s', (_what, value, expected) => expect(textOf(value, 'The Label')).toBe(expected));

	it.each<[string, unknown, string]>([
		['an object', { a: 1 }, 'It holds an object.'],
		['a list', ['1', '2'], 'It holds a list.'],
		['a list of one', ['1'], 'It holds a list.'],
		['a date', new Date(0), 'It holds an object.'],
		['an object between text', 'order-[object Object]', 'It holds an object.'],
		['a date that n8n could not read', 'Invalid DateTime', 'It holds an object.'],
		['no number', NaN, 'gives NaN'],
		['infinity', -Infinity, 'gives -Infinity'],
	])('may not be %s', (_what, value, words) => {
		const { message, description } = refusalOf(() => textOf(value, 'The Label'));
		expect(message).toBe('The Label must be text or a number');
		expect(description).toContain(words);
		expect(description).toContain('Nothing was sent.');
	});

	it.each([12345678901234567890, 9007199254740992, 1e21, 1e-7])(
		'may not be %p, which has lost digits or is written with an exponent',
		(value) => {
			expect(refusalOf(() => textOf(value, 'The Label')).message).toBe(
				'The Label has a number with too many digits',
			);
		},
	);

	it.each(['\ud83d', 'a\udc00b', '\ud800\ud800'])('may not be cut in a character: %j', (value) => {
		const { message, description } = refusalOf(() => textOf(value, 'The Label'));
		expect(message).toBe('The Label is not valid');
		expect(description).toContain('half of a character');
	});
});

describe('the ends of a text', () => {
	it.each([
		' a ',
		'\u200ba\u200b',
		'\ufeffa',
		'\u00a0a\u2028',
		'\u200e\u202aa\u202c \r\n',
		'\u00ad\u2060a\u2800',
		'\u{e0001}a\u{e007f}',
	])('have no white space and nothing invisible: %j', (value) => {
		expect(trimmed(value)).toBe('a');
		expect(read(requiredText, value)).toBe('a');
		expect(read(requiredId, value)).toBe('a');
	});

	it.each(['', ' ', '\u200b', '\ufeff \u00a0', '\u200e\u200f'])('may be all of it: %j', (value) => {
		expect(trimmed(value)).toBe('');
		expect(read(optionalText, value)).toBe('');
		expect(refusalOf(() => read(requiredId, value)).message).toBe('The Label is empty');
	});

	it('of a long text are found fast', () => {
		const blanks = ' '.repeat(200_000);
		expect(trimmed(`a${blanks}b${blanks}`)).toHaveLength(200_002);
	});
});

describe('an invisible character inside an ID', () => {
	it.each(['\u17b4', '\u180b', '\u200b', '\ufe0f', '\u{e0100}', '\u{1d173}'])(
		'is any that Unicode lets be ignored: %j',
		(character) => {
			expect(refusalOf(() => read(requiredId, `a${character}b`)).message).toMatch(
				/^The Label contains an invisible character: .* at position 2$/,
			);
		},
	);

	it.each([
		['a\u200bb', 'zero-width space (U+200B) at position 2'],
		['TEST\u00ad0001', 'soft hyphen (U+00AD) at position 5'],
		['abc\u202edef', 'right-to-left override (U+202E) at position 4'],
		['a\u00a0b', 'no-break space (U+00A0) at position 2'],
		['😀\u200db', 'zero-width joiner (U+200D) at position 2'],
		['a\ufe0fb', 'U+FE0F at position 2'],
		['a\u3164b', 'U+3164 at position 2'],
		['a\u{e0041}b', 'U+E0041 at position 2'],
	])('is named, with its place: %j', (value, words) => {
		for (const field of [requiredId, optionalId]) {
			const { message, description } = refusalOf(() => read(field, value));
			expect(message).toBe(`The Label contains an invisible character: ${words}`);
			expect(description).not.toContain(value);
		}
	});

	it('does not give away its neighbours', () => {
		const { message, description } = refusalOf(() => visible('s3cr\u200bet', 'API Key'));
		expect(message + description).not.toMatch(/s3cr|et\b|r.{0,3}\u200b/);
	});

	it.each(['a\u200bb', 'می\u200cخواهم', 'two\nlines'])(
		'may stand in words for people: %j',
		(value) => {
			expect(read(requiredText, value)).toBe(value);
		},
	);

	it.each(['ÄÖÜ é', 'a b', '東京', '😀', 'e\u0301'])('is not what people see: %j', (value) => {
		expect(read(requiredId, value)).toBe(value);
	});

	it('may be a line break, which is named as such', () => {
		expect(refusalOf(() => read(requiredId, 'a\nb')).message).toBe(
			'The Label contains a line break or another control character',
		);
	});

	it('has a name', () => expect(nameOf('\u200b')).toBe('zero-width space (U+200B)'));
});

describe('a field that is left empty for something else', () => {
	it.each([{}, { value: '' }, { value: ' \u200b' }])('is empty: %j', (parameters) => {
		expect(isLeftEmpty(parameters, 'value', 'The Label')).toBe(true);
	});

	it.each(['a', 0, false])('is not: %j', (value) => {
		expect(isLeftEmpty({ value }, 'value', 'The Label')).toBe(false);
	});

	it.each([undefined, null])('is not taken for empty where its expression gives %p', (value) => {
		const refused = refusalOf(() => isLeftEmpty({ value }, 'value', 'The Label'));
		expect(refused.message).toBe('The Label is empty');
		expect(refused.description).toContain('expression');
	});
});

describe('a choice', () => {
	const choose = (value: unknown) =>
		requiredChoice({ value } as never, 'value', 'The Label', ['json', 'fields'] as const);

	it('is one of the list', () => expect(choose('json')).toBe('json'));

	it.each(['JSON', '', undefined, null, {}, ['json']])('may not be %j', (value) => {
		expect(refusalOf(() => choose(value)).message).toBe('The Label must be one of json, fields');
	});
});
