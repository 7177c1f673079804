import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import {
	headerField,
	optionalField,
	requiredField,
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

	it.each(['pässwörd', 'two words', 'a\u00a0b', '🔑', 'a\u200bb'])('may not be %j', (value) => {
		const { message, description } = refusalOf(() => headerField({ apiKey: value }, FIELD));
		expect(message).toBe(NO_HEADER);
		expect(description).not.toContain(value);
	});
});
