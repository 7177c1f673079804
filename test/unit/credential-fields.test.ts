import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import {
	choiceField,
	headerField,
	optionalField,
	requiredField,
	switchField,
} from '../../credentials/auth/credential-fields';
import { refusalOf } from './refusal';

const FIELD = { name: 'apiKey', label: 'API Key' };
const read = { optionalField, requiredField, headerField };
const CONTROL_CHARACTER = 'API Key contains a line break or another control character';
const NO_HEADER = 'API Key contains a character that an HTTP header cannot carry';

describe.each(Object.entries(read))('%s', (_name, field) => {
	it.each(['abc', ' abc', 'abc\n', '\t abc \r\n', '\u00a0abc\ufeff'])(
		'drops the white space around %j',
		(value) => expect(field({ apiKey: value }, FIELD)).toBe('abc'),
	);

	it.each(['ab\nc', 'ab\r\nc', 'ab\tc', 'ab\u0000c', 'ab\u007fc', 'ab\u0085c'])(
		'refuses the control character in %j',
		(value) => {
			const { message, description } = refusalOf(() => field({ apiKey: value }, FIELD));
			expect(message).toBe(CONTROL_CHARACTER);
			expect(description).toContain('enter API Key again');
		},
	);

	it('reads a number as text', () => expect(field({ apiKey: 123456 }, FIELD)).toBe('123456'));

	it.each(['\u200babc', 'abc\u200e', '\u00adabc\u00a0', '\ufeff\u2060 abc \u3000'])(
		'drops what nobody sees around it: %j',
		(value) => expect(field({ apiKey: value }, FIELD)).toBe('abc'),
	);

	it.each([
		[true, 'true'],
		[false, 'false'],
		[0, '0'],
	])('reads %j as text', (value, text) => expect(field({ apiKey: value }, FIELD)).toBe(text));

	it.each<[unknown, string]>([
		[{ a: 's3cret' }, 'API Key must be text or a number'],
		[['s3cret'], 'API Key must be text or a number'],
		[NaN, 'API Key must be text or a number'],
		[Infinity, 'API Key must be text or a number'],
		[12345678901234567890, 'API Key has a number with too many digits'],
		[1e-9, 'API Key has a number with too many digits'],
		['s3cret\ud800', 'API Key is not valid'],
	])('refuses %p, and says where to mend it', (value, expected) => {
		const { message, description } = refusalOf(() => field({ apiKey: value as never }, FIELD));
		expect(message).toBe(expected);
		expect(description).toMatch(/^Open the credential and correct API Key\. /);
		expect(message + description).not.toMatch(/s3cret|12345678/);
	});

	it('does not repeat a refused value', () => {
		const { message, description } = refusalOf(() => field({ apiKey: 's3c\nret' }, FIELD));
		expect(message + description).not.toMatch(/s3c|ret\b/);
	});
});

describe.each<ICredentialDataDecryptedObject>([
	{},
	{ apiKey: '' },
	{ apiKey: ' ' },
	{ apiKey: '\n\t' },
	{ apiKey: '\u00a0' },
])('an empty value (%j)', (credentials) => {
	it('is fine where the field is optional', () => {
		expect(optionalField(credentials, FIELD)).toBe('');
	});

	it.each([requiredField, headerField])('is refused by name where it is mandatory', (field) => {
		expect(refusalOf(() => field(credentials, FIELD))).toEqual({
			message: 'API Key is empty',
			description: 'Open the credential and fill in API Key.',
		});
	});
});

describe.each([optionalField, requiredField])('what nobody sees inside a value', (field) => {
	it.each([
		['s3c\u200bret', 'zero-width space (U+200B) at position 4'],
		['s3c\u00a0ret', 'no-break space (U+00A0) at position 4'],
		['𝒳\u00adret', 'soft hyphen (U+00AD) at position 2'],
	])('is refused by its name and place, without its neighbours: %j', (value, where) => {
		const { message, description } = refusalOf(() => field({ apiKey: value }, FIELD));
		expect(message).toBe(`API Key contains an invisible character: ${where}`);
		expect(description).toMatch(/^Open the credential and correct API Key\. /);
		expect(message + description).not.toMatch(/s3c|ret\b|𝒳/);
	});
});

describe('a mandatory field', () => {
	it.each(['a:b', 'a+b/c==', 'pässwörd', 'two words', '𝒳🔑', 'x'.repeat(4096)])(
		'keeps %j as it is',
		(value) => expect(requiredField({ apiKey: value }, FIELD)).toBe(value),
	);
});

describe('a field that travels in a header', () => {
	it.each(['abc-123', '!#$%&\'*+.^_`|~:;"<>{}[]()/?@=,\\'])('may be %s', (value) => {
		expect(headerField({ apiKey: value }, FIELD)).toBe(value);
	});

	it('names what nobody sees in it', () => {
		const { description } = refusalOf(() => headerField({ apiKey: 'a\u200bb' }, FIELD));
		expect(description).toContain('zero-width space (U+200B) at position 2');
	});

	it.each(['pässwörd', 'two words', 'a\u00a0b', '🔑', 'a\u200bb'])('may not be %j', (value) => {
		const { message, description } = refusalOf(() => headerField({ apiKey: value }, FIELD));
		expect(message).toBe(NO_HEADER);
		expect(description).not.toContain(value);
	});
});

describe('a choice', () => {
	const LEVEL = { name: 'level', label: 'Level' };
	const choose = (credentials: ICredentialDataDecryptedObject) =>
		choiceField(credentials, LEVEL, ['client', 'product']);

	it.each([
		['is read', { level: 'product' }, 'product'],
		['is read without white space around it', { level: ' product\n' }, 'product'],
		['is the first one where the field was not there yet', {}, 'client'],
	])('%s', (_what, credentials, expected) => expect(choose(credentials)).toBe(expected));

	it.each(['', 'Product', 'products', 'constructor', 1, true, undefined, null])(
		'is refused by name where it is %p, and falls back to nothing',
		(level) =>
			expect(refusalOf(() => choose({ level: level as never }))).toEqual({
				message: 'Level must be one of client, product',
				description: expect.stringContaining('Open the credential and choose Level'),
			}),
	);

	it('is refused where it is an object', () =>
		expect(refusalOf(() => choose({ level: {} })).message).toBe('Level must be text or a number'));
});

describe('a switch', () => {
	const FLAG = { name: 'sendAppId', label: 'Send App ID' };
	const read = (sendAppId: unknown) => switchField({ sendAppId: sendAppId as never }, FLAG);

	it.each([true, 'true', 'TRUE', ' True ', '1', 1])('is on: %p', (value) =>
		expect(read(value)).toBe(true),
	);

	it.each([false, 'false', 'FALSE', '0', 0])('is off: %p', (value) =>
		expect(read(value)).toBe(false),
	);

	it('is off where the field was not there yet', () => expect(switchField({}, FLAG)).toBe(false));

	it.each(['', 'yes', 'on', 2, NaN, [true], {}, null, undefined])(
		'is refused by name where it is %p',
		(value) =>
			expect(refusalOf(() => read(value))).toEqual({
				message: 'Send App ID must be true or false',
				description: expect.stringContaining('Open the credential'),
			}),
	);
});
