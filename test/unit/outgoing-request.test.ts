import { PassThrough } from 'node:stream';
import { serialise, type RequestOptions } from '../../credentials/auth/outgoing-request';
import { refusalOf } from './refusal';

const ORIGIN = 'https://api.example.com';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const POST = { url: '/a', method: 'POST' } as const;

/** The older shape, as the HTTP Request node hands it over. */
const legacy = ({ url, ...options }: RequestOptions): RequestOptions => ({ ...options, uri: url });

const typed = (type: string) => ({ headers: { 'content-type': type } });

describe.each([
	['url, the newer shape', (options: RequestOptions) => options],
	['uri, the older shape', legacy],
])('a request with %s', (_name, shaped) => {
	const outgoing = (options: RequestOptions) => serialise(shaped(options), ORIGIN);

	it.each<[string, RequestOptions, string]>([
		['no query', { url: '/a' }, '/a'],
		['a query in the address', { url: '/a?b=1' }, '/a?b=1'],
		['a query in qs', { url: '/a', qs: { b: 1, c: 'd e' } }, '/a?b=1&c=d%20e'],
		['both', { url: '/a?b=1', qs: { c: 2 } }, '/a?b=1&c=2'],
		['an empty query in the address', { url: '/a?', qs: { c: 2 } }, '/a?c=2'],
		['an empty qs', { url: '/a?b=1', qs: {} }, '/a?b=1'],
		['a fragment', { url: '/a?b=1#part', qs: { c: 2 } }, '/a?b=1&c=2'],
		['a baseURL with a path', { baseURL: `${ORIGIN}/v1`, url: '/a', qs: { b: 1 } }, '/v1/a?b=1'],
		[
			'nested and unicode values',
			{ url: '/a', qs: { b: { ü: ['𝒳'] } } },
			'/a?b%5B%C3%BC%5D%5B0%5D=%F0%9D%92%B3',
		],
		['a plus and a percent sign', { url: '/a?b=1+2', qs: { c: '1+2%' } }, '/a?b=1+2&c=1%2B2%25'],
		['an apostrophe', { url: "/a?b='1'", qs: { c: "'" } }, '/a?b=%271%27&c=%27'],
		['null and undefined', { url: '/a', qs: { b: null, c: undefined } }, '/a?b='],
		['arrays', { url: '/a', qs: { b: [1, 2] } }, '/a?b%5B0%5D=1&b%5B1%5D=2'],
		['arrays in brackets', { url: '/a', qs: { b: [1] }, arrayFormat: 'brackets' }, '/a?b%5B%5D=1'],
		['arrays by repetition', { url: '/a', qs: { b: [1, 2] }, arrayFormat: 'repeat' }, '/a?b=1&b=2'],
		[
			'arrays as the older helper puts it',
			{ url: '/a', qs: { b: [1] }, qsStringifyOptions: { arrayFormat: 'brackets' } },
			'/a?b%5B%5D=1',
		],
		[
			'arrays as querystring puts it',
			{ url: '/a', qs: { b: [1, 2] }, useQuerystring: true },
			'/a?b=1&b=2',
		],
	])('with %s goes to the address it shows', (_what, options, path) => {
		expect(outgoing(options).url.href).toBe(ORIGIN + path);
	});

	it.each<[RequestOptions['method'], string]>([
		[undefined, 'GET'],
		['POST', 'POST'],
		['delete' as 'DELETE', 'DELETE'],
	])('with the method %s is a %s', (method, expected) => {
		expect(outgoing({ url: '/a', method }).method).toBe(expected);
	});

	it.each<[string, RequestOptions, string, string]>([
		['an object', { body: { a: 1, b: ' é ' } }, '{"a":1,"b":" é "}', JSON_TYPE],
		['a nested object', { body: { a: [{ b: null }, []] } }, '{"a":[{"b":null},[]]}', JSON_TYPE],
		['an array', { body: [1, 'b'] }, '[1,"b"]', JSON_TYPE],
		['JSON as text, with its white space', { body: '{ "a": 1 }\n' }, '{ "a": 1 }\n', JSON_TYPE],
		['text with a type', { body: 'a b', ...typed('text/plain') }, 'a b', 'text/plain'],
		['a number', { body: 12.5 }, '12.5', JSON_TYPE],
		['zero', { body: 0 }, '0', JSON_TYPE],
		['false', { body: false }, 'false', JSON_TYPE],
		[
			'a JSON type of its own',
			{ body: { a: 1 }, ...typed('application/x.v2+json') },
			'{"a":1}',
			'application/x.v2+json',
		],
		['URLSearchParams', { body: new URLSearchParams({ a: 'b c+é' }) }, 'a=b+c%2B%C3%A9', FORM],
		[
			'an object under a form type',
			{ body: { a: 'b c', d: [1] }, ...typed(FORM) },
			'a=b%20c&d%5B0%5D=1',
			FORM,
		],
		['text under a form type', { body: 'a=b+c', ...typed(FORM) }, 'a=b+c', FORM],
		[
			'a form type with a charset',
			{ body: { a: 'b' }, ...typed(`${FORM}; charset=utf-8`) },
			'a=b',
			expect.stringContaining(FORM) as string,
		],
		['nothing', {}, '', ''],
		['null', { body: null }, '', ''],
		['empty text', { body: '' }, '', ''],
		['nothing but a type', typed(JSON_TYPE), '', JSON_TYPE],
	])('sends and signs %s', (_what, options, body, contentType) => {
		expect(outgoing({ ...POST, ...options })).toMatchObject({ body, contentType });
	});

	it('sends bytes as they are', () => {
		const body = Buffer.from([0, 0xff, 0x0a]);
		const sent = outgoing({ ...POST, body });
		expect(Buffer.from(sent.body)).toEqual(body);
		expect(sent.contentType).toBe('application/octet-stream');
		expect(outgoing({ ...POST, body, ...typed('image/png') }).contentType).toBe('image/png');
	});

	it('sends typed arrays as bytes, not as a list of numbers', () => {
		const { body } = outgoing({ ...POST, body: new Uint8Array([65, 66]) as unknown as Buffer });
		expect(body.toString()).toBe('AB');
	});

	it.each<[string, RequestOptions]>([
		['a stream', { body: new PassThrough() as never }],
		[
			'a form of the form-data library',
			{ body: { getHeaders: () => ({}), append: () => {} } as never },
		],
		['a form of the platform', { body: new FormData() as never }],
		['a file', { body: new Blob(['a']) as never }],
		['formData', { formData: { file: 'a' } }],
		['a multipart type', { body: { a: 1 }, ...typed('multipart/form-data; boundary=x') }],
		['a multipart type in another case', { body: { a: 1 }, ...typed('Multipart/Form-Data') }],
	])('refuses %s, which cannot be signed', (_what, options) => {
		expect(refusalOf(() => outgoing({ ...POST, ...options }))).toEqual({
			message: 'This credential signs each request and cannot sign a file or a stream',
			description: expect.stringMatching(/JSON, form fields or text\. Nothing was sent\./),
		});
	});

	it('refuses another host before it looks at the body', () => {
		const options = { ...POST, url: 'https://evil.example', body: { a: 1 } };
		expect(() => outgoing(options)).toThrow('may only be used with');
	});
});

describe('a GET with a body', () => {
	it('loses it in the newer shape, as n8n drops it', () => {
		expect(serialise({ url: '/a', body: { a: 1 } }, ORIGIN).body).toBe('');
	});

	it('keeps it in the older shape, as n8n sends it', () => {
		expect(serialise({ uri: '/a', body: { a: 1 } }, ORIGIN).body).toBe('{"a":1}');
	});
});

describe('a form in the older shape', () => {
	it.each<[string, RequestOptions, string]>([
		['fields', { form: { a: 'b c', d: ['1+2', 'é'] } }, 'a=b%20c&d%5B0%5D=1%2B2&d%5B1%5D=%C3%A9'],
		['text', { form: 'a=b+c' }, 'a=b+c'],
		['body and form', { body: { a: 1 }, form: { b: 2 }, ...typed(FORM) }, 'a=1&b=2'],
		['nothing', { form: {} }, ''],
	])('may hold %s', (_what, options, body) => {
		const sent = serialise({ uri: '/a', method: 'POST', ...options }, ORIGIN);
		expect(sent).toMatchObject({ body, contentType: FORM });
	});
});
