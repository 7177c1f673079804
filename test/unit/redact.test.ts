import {
	redact,
	redactJson,
	redactParsed,
	rememberSecrets,
	secretsOf,
} from '../../credentials/auth/redact';

const SECRET = 'pä+ss/w"ö:r&d';
const BASIC = `Basic ${Buffer.from(`key:${SECRET}`).toString('base64')}`;

describe('an answer that repeats a secret', () => {
	it.each([
		['plain', SECRET],
		['URL-encoded', encodeURIComponent(SECRET)],
		['escaped as JSON', JSON.stringify(SECRET).slice(1, -1)],
		['escaped as JSON with slashes', JSON.stringify(SECRET).slice(1, -1).replace('/', '\\/')],
		['base64', Buffer.from(SECRET).toString('base64')],
	])('is redacted where it is %s', (_how, written) => {
		const words = `Wrong secret <${written}>, once more <${written}>.`;
		expect(redact(words, [SECRET])).toBe('Wrong secret <***>, once more <***>.');
	});

	it.each([
		['by RFC 3986', 'p%40ss%20w%C3%B6rd%2A%27%28x%29%21'],
		['as a form', 'p%40ss+w%C3%B6rd%2A%27%28x%29%21'],
		['with small letters', "p%40ss%20w%c3%b6rd*'(x)!"],
		['by RFC 3986 with small letters', 'p%40ss%20w%c3%b6rd%2a%27%28x%29%21'],
	])('is redacted where it is URL-encoded %s', (_how, written) => {
		expect(redact(`?secret=${written}&a=1`, ["p@ss wörd*'(x)!"])).toBe('?secret=***&a=1');
	});

	it.each([
		['as PHP and Python write it', (text: string) => escaped(text, /[^\x20-\x7e]/g)],
		['as .NET writes it', (text: string) => escaped(text, /[^\x20-\x7e]|[&+<>'`]/g)],
	])('is redacted in JSON with Unicode escapes, %s', (_how, write) => {
		const body = write(JSON.stringify({ error: `Wrong secret ${SECRET}` }));
		expect(JSON.parse(redact(body, [SECRET]))).toEqual({ error: 'Wrong secret ***' });
	});

	it('is redacted where it repeats the Authorization header, with and without its scheme', () => {
		const bare = BASIC.replace('Basic ', '');
		expect(redact(`${BASIC}, ${bare}`, [BASIC])).toBe('Basic ***, ***');
		expect(redact('Bearer abcdef123456', ['Bearer abcdef123456'])).toBe('Bearer ***');
		expect(redact('{"token":"abcdef123456"}', ['Bearer abcdef123456'])).toBe('{"token":"***"}');
	});

	it('is redacted for each of several secrets', () => {
		expect(redact('first-one, second-one', ['first-one', 'second-one'])).toBe('***, ***');
	});

	it('is redacted whole where one secret begins with another', () => {
		expect(redact('abcdef-and-more', ['abcdef', 'abcdef-and-more'])).toBe('***');
	});

	it('stays as it is elsewhere: short values may be ordinary words', () => {
		expect(redact('an error in the order', ['error', 'or', ''])).toBe('an error in the order');
		expect(redact('nothing to hide', [SECRET])).toBe('nothing to hide');
	});

	it('takes no character of a secret for a pattern', () => {
		expect(redact('aaaaaaab', ['a.*b.*c'])).toBe('aaaaaaab');
		expect(redact('x $&$&$& x', ['$&$&$&'])).toBe('x *** x');
	});
});

describe('a secret of fewer than 16 characters', () => {
	const SHORT = 'merchant';
	const encoded = 'a/b+"ü"'; // Eight bytes.

	it.each([
		['as the whole text', SHORT, '***'],
		['between blanks', `the ${SHORT} key`, 'the *** key'],
		['between marks', `(${SHORT}),<${SHORT}>`, '(***),<***>'],
		['twice in a row', `${SHORT} ${SHORT}`, '*** ***'],
		['behind a line break that is escaped', `\\n${SHORT}`, '\\n***'],
		['behind another escape', `\\u0020${SHORT}`, '\\u0020***'],
		['URL-encoded', `?key=%22${SHORT}%22`, '?key=%22***%22'],
		['in Base64', `sent ${Buffer.from(SHORT).toString('base64')}.`, 'sent ***.'],
	])('is redacted where it stands alone: %s', (_how, text, expected) =>
		expect(redact(text, [SHORT])).toBe(expected),
	);

	it.each([
		'merchant_id',
		'merchants',
		'submerchant',
		'9merchant',
		'merchant9',
		'_merchant',
		'merchanté',
		'Übermerchant',
	])('is left as a part of a longer word: %s', (word) =>
		expect(redact(`one ${word}!`, [SHORT])).toBe(`one ${word}!`),
	);

	it.each([
		['plain', encoded],
		['URL-encoded', encodeURIComponent(encoded)],
		['escaped as JSON', JSON.stringify(encoded).slice(1, -1)],
		['base64', Buffer.from(encoded).toString('base64')],
	])('is redacted alone only, in every way of writing: %s', (_how, written) => {
		expect(redact(`<${written}>`, [encoded])).toBe('<***>');
		expect(redact(`x${written}`, [encoded])).toBe(`x${written}`);
	});

	it('does not change where there is another at once', () => {
		for (let i = 0; i < 60; i += 1) {
			expect(redact(`tenant-${i % 30}`, [`tenant-${i % 30}`])).toBe('***');
			expect(redact(`tenant-${i % 30}`, ['tenant-x'])).toBe(`tenant-${i % 30}`);
		}
	});
});

describe('parsed JSON', () => {
	const SHORT = 'merchant';
	const LONG = 'a-secret-of-16-c';
	const secrets = [SHORT, LONG];

	it('keeps its names, but for long secrets in them', () => {
		const json = { merchant: 1, merchant_id: 'M', [LONG]: 1, [`x${LONG}y`]: { merchant: SHORT } };
		expect(redactJson(json, secrets)).toEqual({
			merchant: 1,
			merchant_id: 'M',
			'***': 1,
			'x***y': { merchant: '***' },
		});
	});

	it('has its texts searched at any depth, and its numbers not', () => {
		const json = [{ a: [`${SHORT}_id`, SHORT, null, true, 123456] }, `x${LONG}y`];
		expect(redactJson(json, [...secrets, '123456'])).toEqual([
			{ a: ['merchant_id', '***', null, true, 123456] },
			'x***y',
		]);
	});

	it.each([
		['none', { merchants: ['M'] }, { merchants: ['M'] }],
		['a name', { merchant: 'M' }, { merchant: 'M' }],
		['a value', { merchant: SHORT }, { merchant: '***' }],
		['a long one', { a: LONG }, { a: '***' }],
	])('is told by its text whether it holds any: %s', (_what, json, expected) =>
		expect(redactParsed(json, JSON.stringify(json), secrets)).toEqual(expected),
	);

	it.each([
		['quotation marks with a number', '{"a":"say \\u0022ab cd ef\\u0022"}', { a: 'say ***' }],
		['JSON inside of JSON', '{"a":"{\\"b\\":\\"\\\\\\"ab cd ef\\\\\\"\\"}"}', { a: '{"b":"***"}' }],
	])('is searched where its text has escapes: %s', (_how, text, expected) =>
		expect(redactParsed(JSON.parse(text), text, ['"ab cd ef"'])).toEqual(expected),
	);

	it('is searched where a text in it has Unicode escapes of its own', () => {
		const json = { a: 'a-secret-of-16\\u002dc' };
		expect(redactParsed(json, JSON.stringify(json), secrets)).toEqual({ a: '***' });
	});
});

describe('the secrets of a request', () => {
	const API_SECRET = { name: 'apiSecret', label: 'API Secret' };
	const PIN = { name: 'pin', label: 'PIN' };

	it('are the masked fields, trimmed as they are sent, and what else it carries', () => {
		const credentials = { apiSecret: ' secret-one\n', pin: '', domain: 'example.com' };
		rememberSecrets(credentials, [API_SECRET, PIN], BASIC);
		expect(secretsOf(credentials).filter(Boolean)).toEqual(['secret-one', BASIC]);
	});

	it('are without the invisible characters that are not sent, and never an object', () => {
		const credentials = { apiSecret: '\u200b\u00a0secret-one\ufeff', pin: { a: 1 } };
		rememberSecrets(credentials, [API_SECRET, PIN]);
		expect(secretsOf(credentials).filter(Boolean)).toEqual(['secret-one']);
	});

	it('may be half of a character, which no answer can repeat', () => {
		expect(redact('nothing', ['abcdef\ud800'])).toBe('nothing');
	});

	it('are known by the credentials object of that request only', () => {
		const credentials = { apiSecret: 'secret-one' };
		rememberSecrets(credentials, [API_SECRET]);
		expect(secretsOf({ ...credentials })).toEqual([]);
	});

	it('are those of the last request made with the object', () => {
		const credentials = { apiSecret: 'secret-one' };
		rememberSecrets(credentials, [API_SECRET], 'old-token');
		rememberSecrets(credentials, [API_SECRET], 'new-token');
		expect(secretsOf(credentials)).toEqual(['secret-one', 'new-token']);
	});
});

/** JSON with some characters written as Unicode escapes. */
function escaped(json: string, characters: RegExp): string {
	return json.replace(
		characters,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
