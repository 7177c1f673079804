import {
	serialise,
	targetUrl,
	withExactBytes,
	withHeaders,
	type RequestOptions,
} from '../../credentials/auth/outgoing-request';

const ORIGIN = 'https://api.example.com';
const FORM = 'application/x-www-form-urlencoded';
const AUTHORIZATION = { Authorization: 'Bearer abc' };

/** What a credential that signs does with a request. */
const signed = (options: RequestOptions) =>
	withExactBytes(options, serialise(options, ORIGIN), AUTHORIZATION) as RequestOptions;

/** What a credential that only adds headers does with a request. */
const attached = (options: RequestOptions) =>
	withHeaders(options, targetUrl(options, ORIGIN), AUTHORIZATION) as RequestOptions;

/** What leaves the machine. */
function wire(options: RequestOptions) {
	const { body, ...rest } = serialise(options, ORIGIN);
	return { ...rest, body: Buffer.from(body as string) };
}

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
		Object.values(value).forEach(deepFreeze);
		Object.freeze(value);
	}
	return value;
}

const typed = (type: string) => ({ headers: { 'content-type': type, accept: '*/*' } });

const SHAPES: Array<[string, RequestOptions]> = [
	['a GET', { url: '/a', qs: { b: [1, 2], c: 'é' } }],
	['a GET with a body', { url: '/a', body: { a: 1 } }],
	['a GET with a base', { baseURL: `${ORIGIN}/v1`, url: '/a?b=1', qs: { c: 1 } }],
	['an object', { url: '/a', method: 'POST', body: { a: { b: 'é ' } }, json: true }],
	['an array', { url: '/a', method: 'PUT', body: [1, { b: 2 }] }],
	['text', { url: '/a', method: 'POST', body: ' a é ', ...typed('text/plain') }],
	['JSON text', { url: '/a', method: 'POST', body: '{"a": 1}', ...typed('application/json') }],
	['a form', { url: '/a', method: 'POST', body: { a: 'b c' }, ...typed(FORM) }],
	['bytes', { url: '/a', method: 'POST', body: Buffer.from([0, 255]) }],
	['no body', { url: '/a', method: 'DELETE' }],
	['an older GET', { uri: '/a?b=1', method: 'GET', qs: { c: 1 }, useQuerystring: true }],
	['an older GET with a body', { uri: '/a', method: 'GET', body: { a: 1 }, json: true }],
	['an older object', { uri: `${ORIGIN}/a`, method: 'POST', body: { a: 1 }, json: true }],
	['an older form', { uri: '/a', method: 'POST', form: { a: 'b c', d: [1, 2] } }],
	['an older form as text', { uri: '/a', method: 'POST', form: 'a=b+c', json: false }],
	[
		'an older query',
		{ uri: '/a', qs: { b: [1] }, qsStringifyOptions: { arrayFormat: 'brackets' } },
	],
];

describe.each(SHAPES)('%s', (_name, options) => {
	it('is sent with exactly the bytes that were signed', () => {
		const { url, body } = serialise(options, ORIGIN);
		const sent = signed(options);
		expect(sent.url ?? sent.uri).toBe(url.href);
		expect(Buffer.from((sent.body ?? '') as string)).toEqual(Buffer.from(body));
	});

	it('leaves nothing for n8n to serialise', () => {
		const sent = signed(options);
		expect(sent).toMatchObject({ qs: undefined, form: undefined, baseURL: undefined });
		expect(typeof sent.body === 'object' && !Buffer.isBuffer(sent.body)).toBe(false);
	});

	it.each([signed, attached])('is the same request when authenticated again', (authenticated) => {
		const once = authenticated(options);
		const again = authenticated(once);
		expect(again).toEqual(once);
		expect(wire(again)).toEqual(wire(options));
	});

	it.each([signed, attached])('is not changed in place', (authenticated) => {
		const before = JSON.stringify(options);
		const sent = authenticated(deepFreeze(options));
		expect(JSON.stringify(options)).toBe(before);
		expect(sent).not.toBe(options);
		expect(sent.headers).toMatchObject(AUTHORIZATION);
	});

	it.each([signed, attached])('comes back in the shape it came in', (authenticated) => {
		const sent = authenticated({ ...options, timeout: 5 });
		expect(sent.uri !== undefined).toBe('uri' in options);
		expect(sent.url !== undefined).toBe('url' in options);
		expect(sent.timeout).toBe(5);
	});
});

describe('redirects', () => {
	it.each([signed, attached])('are not followed in the newer shape', (authenticated) => {
		const options = { url: '/a', disableFollowRedirect: false, maxRedirects: 5 };
		expect(authenticated(options)).toMatchObject({ disableFollowRedirect: true, maxRedirects: 0 });
	});

	it.each([signed, attached])('are not followed in the older shape', (authenticated) => {
		const options = { uri: '/a', followRedirect: true, followAllRedirects: true, maxRedirects: 5 };
		expect(authenticated(options)).toMatchObject({
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
		});
	});
});

describe('the headers', () => {
	it('replace those of the same name, whatever their case', () => {
		const headers = { AUTHORIZATION: 'Basic old', authorization: 'older', 'X-Kept': '1' };
		expect(attached({ url: '/a', headers }).headers).toEqual({ ...AUTHORIZATION, 'X-Kept': '1' });
	});

	it('may take one away', () => {
		const options = { url: '/a', headers: { 'x-product-id': 'P', accept: '*/*' } };
		const sent = withHeaders(options, targetUrl(options, ORIGIN), { 'X-Product-Id': undefined });
		expect(sent.headers).toEqual({ accept: '*/*' });
	});

	it('name the type of what is sent, once', () => {
		const json = { url: '/a', method: 'POST', body: { a: 1 } } as const;
		expect(signed(json).headers).toEqual({ ...AUTHORIZATION, 'Content-Type': 'application/json' });
		const own = { ...json, headers: { 'CONTENT-TYPE': 'application/vnd.own+json' } };
		expect(signed(own).headers).toEqual({
			...AUTHORIZATION,
			'Content-Type': 'application/vnd.own+json',
		});
	});
});

describe('what only gets headers', () => {
	it('keeps query and body for n8n to serialise', () => {
		const options = { url: '/a', method: 'POST', qs: { b: 1 }, body: { c: 1 } } as const;
		expect(attached(options)).toMatchObject({ url: `${ORIGIN}/a`, qs: { b: 1 }, body: { c: 1 } });
	});
});
