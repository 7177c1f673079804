import { requestPath, sendRequest } from '../../nodes/shared/generic-request';
import { refusalOf } from './refusal';

/** The defaults of the editor, with what a user changed. */
function request(changed: object) {
	const defaults = sendRequest.properties.map(({ name, default: value }) => [name, value]);
	return sendRequest.request({ ...Object.fromEntries(defaults), path: '/a', ...changed }, {});
}

const list = (...entries: Array<[string, unknown]>) => ({
	field: entries.map(([name, value]) => ({ name, value })),
});

describe('the path of the generic request', () => {
	it.each([
		'/api/orders',
		'/',
		'/a//b',
		'/a.b/..c/...',
		'/a?to=../..',
		'/a?url=https://b.example',
		'/a%2fb',
		'/ü',
		"/a'b(c)",
		'/invoices/a:b',
	])('may be %s', (path) => expect(request({ path }).path).toBe(path));

	it('is trimmed', () => expect(request({ path: ' /a \n' }).path).toBe('/a'));

	it.each([
		['empty', '', 'one slash'],
		['without a slash', 'api/orders', 'one slash'],
		['an address', 'https://evil.example/a', 'one slash'],
		['relative to the scheme', '//evil.example/a', 'one slash'],
		['behind a slash and a backslash', '/\\evil.example', 'one slash'],
		['behind backslashes', '\\\\evil.example', 'one slash'],
		['with a step up', '/a/../b', '"." or ".."'],
		['with a step up at the end', '/a/..', '"." or ".."'],
		['with a step up before the query', '/a/..?b=1', '"." or ".."'],
		['with a step up at the beginning', '/../a', '"." or ".."'],
		['with an encoded step up', '/a/%2e%2e/b', '"." or ".."'],
		['with a half encoded step up', '/a/.%2E/b', '"." or ".."'],
		['with a step to the same place', '/a/./b', '"." or ".."'],
		['with a backslash', '/a\\..\\b', 'control character or a backslash'],
		['with a line break', '/a\nb', 'control character or a backslash'],
		['with a tab between the slashes', '/\t/evil.example', 'control character or a backslash'],
		['with a null character', '/a\u0000', 'control character or a backslash'],
	])('may not be %s', (_what, path, words) => {
		const { message, description } = refusalOf(() => requestPath(path));
		expect(message).toMatch(/^Path /);
		expect(message).toContain(words);
		expect(description).not.toBe('');
	});
});

describe('the query of the generic request', () => {
	it.each([
		['nothing', {}, {}],
		['fields', list(['a', 'b c'], ['ü', '1+2']), { a: 'b c', ü: '1+2' }],
		['a name given twice', list(['a', '1'], ['b', '2'], ['a', '3']), { a: ['1', '3'], b: '2' }],
		['a name given three times', list(['a', '1'], ['a', '2'], ['a', '3']), { a: ['1', '2', '3'] }],
		['entries without name', list(['', 'x'], ['a', '1']), { a: '1' }],
		[
			'values that are no text',
			list(['a', 5], ['b', null], ['c', false]),
			{ a: '5', b: '', c: 'false' },
		],
		[
			'names that objects have anyway',
			list(['constructor', '1'], ['toString', '2']),
			{ constructor: '1', toString: '2' },
		],
	])('may hold %s', (_what, query, expected) => {
		expect(JSON.stringify(request({ query }).query)).toBe(JSON.stringify(expected));
	});

	it('may be JSON, nested', () => {
		const changed = { queryType: 'json', queryJson: '{"a": {"b": [1]}}', query: list(['x', 'y']) };
		expect(request(changed).query).toEqual({ a: { b: [1] } });
	});

	it.each([
		['{"a": ', 'Query (JSON) is not valid JSON'],
		['[1]', 'Query (JSON) must be a JSON object'],
	])('%s is refused by name', (queryJson, message) => {
		expect(refusalOf(() => request({ queryType: 'json', queryJson })).message).toBe(message);
	});
});

describe('the headers of the generic request', () => {
	it.each([
		['X-Request-Id', 'abc 123'],
		["!#$%&'*+.^_`|~", ''],
		['X-Latin', 'café'],
		['X-Tab', 'a\tb'],
	])('may be %s: %j', (name, value) => {
		expect(request({ headers: list([name, value]) }).headers).toEqual({ [name]: value });
	});

	it.each(['X Y', 'X:', 'X\r\nY', 'Ü', 'X/Y', '(X)'])('may not be named %j', (name) => {
		const { message } = refusalOf(() => request({ headers: list([name, 'a']) }));
		expect(message).toBe('A header has a name that HTTP does not allow');
	});

	it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\u0000b', '€', 'a\u007fb'])('may not hold %j', (value) => {
		const { message } = refusalOf(() => request({ headers: list(['X-A', value]) }));
		expect(message).toBe('The header X-A contains a character that HTTP does not allow');
	});
});

describe('the body of the generic request', () => {
	const post = (changed: object) => request({ method: 'POST', ...changed });

	it.each([
		['none', {}, undefined, undefined],
		['json', { bodyJson: '{ "a": "é" }' }, '{"a":"é"}', 'application/json'],
		['json', { bodyJson: [1, { b: null }] }, '[1,{"b":null}]', 'application/json'],
		[
			'form',
			{ bodyForm: list(['a', '1+2'], ['ü', 'b c&d'], ['a', '%']) },
			'a=1%2B2&%C3%BC=b+c%26d&a=%25',
			'application/x-www-form-urlencoded',
		],
		['text', { bodyText: ' a\né ' }, ' a\né ', 'text/plain; charset=utf-8'],
	])('as %s %j', (bodyType, changed, body, type) => {
		const described = post({ bodyType, ...changed });
		expect(described).toMatchObject({ method: 'POST', path: '/a' });
		expect(described.body).toBe(body);
		expect(described.headers).toEqual(type === undefined ? {} : { 'Content-Type': type });
	});

	it('keeps the content type that the user gave, whatever its case', () => {
		const headers = list(['CONTENT-type', 'application/vnd.own+json']);
		expect(post({ bodyType: 'json', headers }).headers).toEqual({
			'CONTENT-type': 'application/vnd.own+json',
		});
	});

	it('is refused by name where it is malformed JSON', () => {
		const { message } = refusalOf(() => post({ bodyType: 'json', bodyJson: '{"a" 1}' }));
		expect(message).toBe('Body (JSON) is not valid JSON');
	});
});

describe('a body that would not be the one that was meant', () => {
	const post = (changed: object) => request({ method: 'POST', ...changed });

	it.each([{}, { field: [] }, { field: [{ name: '', value: '' }] }])(
		'is a form without a field: %j',
		(bodyForm) => {
			expect(refusalOf(() => post({ bodyType: 'form', bodyForm })).message).toBe(
				'Body (Form) is empty',
			);
		},
	);

	it.each([{ a: NaN }, { a: 12345678901234567890 }])('is text from an object: %p', (bodyText) => {
		expect(refusalOf(() => post({ bodyType: 'text', bodyText })).message).toBe(
			'Body (Text) has a number that JSON cannot hold exactly',
		);
	});
});

describe('whole numbers that JavaScript would round', () => {
	const sent = (bodyJson: string) => request({ method: 'POST', bodyType: 'json', bodyJson }).body;

	it.each(['[155411226779361384952]', '{"a": "\\"1", "id": -155411226779361384952}'])(
		'are refused: %s',
		(body) => {
			expect(refusalOf(() => sent(body)).message).toBe(
				'Body (JSON) has a number with too many digits',
			);
		},
	);

	it.each(['{"id":"155411226779361384952"}', '[50260444899187050,1e+300,0.1,9007199254740991]'])(
		'are not what these are: %s',
		(body) => expect(sent(body)).toBe(body),
	);
});
