import { redact, rememberSecrets, secretsOf } from '../../credentials/auth/redact';

const SECRET = 'pä+ss/w"ö:r&d';
const BASIC = `Basic ${Buffer.from(`key:${SECRET}`).toString('base64')}`;

describe('an answer that repeats a secret', () => {
	it.each([
		['plain', SECRET],
		['URL-encoded', encodeURIComponent(SECRET)],
		['escaped as JSON', JSON.stringify(SECRET).slice(1, -1)],
		['escaped as JSON with slashes', JSON.stringify(SECRET).slice(1, -1).replace('/', '\\/')],
		['base64', Buffer.from(SECRET).toString('base64')],
	])('is blackened where it is %s', (_how, written) => {
		const words = `Wrong secret <${written}>, once more <${written}>.`;
		expect(redact(words, [SECRET])).toBe('Wrong secret <***>, once more <***>.');
	});

	it.each([
		['as PHP and Python write it', (text: string) => escaped(text, /[^\x20-\x7e]/g)],
		['as .NET writes it', (text: string) => escaped(text, /[^\x20-\x7e]|[&+<>'`]/g)],
	])('is blackened in JSON with Unicode escapes, %s', (_how, write) => {
		const body = write(JSON.stringify({ error: `Wrong secret ${SECRET}` }));
		expect(JSON.parse(redact(body, [SECRET]))).toEqual({ error: 'Wrong secret ***' });
	});

	it('is blackened where it repeats the Authorization header, with and without its scheme', () => {
		const bare = BASIC.replace('Basic ', '');
		expect(redact(`${BASIC}, ${bare}`, [BASIC])).toBe('Basic ***, ***');
		expect(redact('Bearer abcdef123456', ['Bearer abcdef123456'])).toBe('Bearer ***');
		expect(redact('{"token":"abcdef123456"}', ['Bearer abcdef123456'])).toBe('{"token":"***"}');
	});

	it('is blackened for each of several secrets', () => {
		expect(redact('first-one, second-one', ['first-one', 'second-one'])).toBe('***, ***');
	});

	it('is blackened whole where one secret begins with another', () => {
		expect(redact('abcdef-and-more', ['abcdef', 'abcdef-and-more'])).toBe('***');
	});

	it('stays as it is elsewhere: short values would blacken ordinary words', () => {
		expect(redact('an error in the order', ['error', 'or', ''])).toBe('an error in the order');
		expect(redact('nothing to hide', [SECRET])).toBe('nothing to hide');
	});

	it('takes no character of a secret for a pattern', () => {
		expect(redact('aaaaaaab', ['a.*b.*c'])).toBe('aaaaaaab');
		expect(redact('x $&$&$& x', ['$&$&$&'])).toBe('x *** x');
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
