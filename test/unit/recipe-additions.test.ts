import type { Addition } from '../../credentials/recipe/recipe';
import { HEADER, oneStep, REQUEST, signed } from './recipe-helpers';
import type { Unsigned } from '../../credentials/recipe/scene';

const FORM = 'application/x-www-form-urlencoded';
const withAdd = (add: object[], request: Partial<Unsigned> = {}) => signed({ add }, request);
const search = (add: object[], query: string) =>
	withAdd(add, { url: new URL(`https://api.example.com/a${query}`) }).url.search;

describe('what is added to the query', () => {
	it.each([
		['', '?x=a%20%2B%26'],
		['?', '?x=a%20%2B%26'],
		['?b=1', '?b=1&x=a%20%2B%26'],
		['?x=old&b=1&x=older', '?b=1&x=a%20%2B%26'],
		['?x%5B%5D=kept', '?x%5B%5D=kept&x=a%20%2B%26'],
	])('stands behind %j', (query, expected) => {
		expect(search([{ in: 'query', name: 'x', value: 'a +&' }], query)).toBe(expected);
	});

	it('is not escaped where it is raw', () => {
		expect(search([{ in: 'rawquery', name: 'x', value: 'a+b/c==' }], '?b=1')).toBe(
			'?b=1&x=a+b/c==',
		);
		expect(search([{ in: 'rawquery', value: 'y=1&z=2' }], '?b=1')).toBe('?b=1&y=1&z=2');
	});
});

describe('what is added to the body', () => {
	const entry = { in: 'body', name: 'sign', value: 'a "b" é&' };
	const body = (text: string, contentType = '') =>
		withAdd([entry], { body: text, contentType }).body.toString();

	it.each([
		['', '{"sign":"a \\"b\\" é&"}'],
		['{}', '{"sign":"a \\"b\\" é&"}'],
		['{ }\n', '{"sign":"a \\"b\\" é&" }\n'],
		['{"a": 1.0 }', '{"a": 1.0,"sign":"a \\"b\\" é&" }'],
		['{"sign":{"x":1},"a":1}', '{"sign":"a \\"b\\" é&","a":1}'],
	])('is a member of JSON: %j', (text, expected) => expect(body(text)).toBe(expected));

	it.each([
		['', 'sign=a%20%22b%22%20%C3%A9%26'],
		['a=1&sign=old&b', 'a=1&b&sign=a%20%22b%22%20%C3%A9%26'],
	])('is a field of a form: %j', (text, expected) => expect(body(text, FORM)).toBe(expected));

	it('makes a body JSON where there was none', () => {
		expect(withAdd([entry], { body: '', contentType: '' }).contentType).toBe('application/json');
	});

	it('goes into bytes that are JSON', () => {
		const { body: bytes } = withAdd([entry], { body: Buffer.from('{"ä":1}') });
		expect(bytes.toString()).toBe('{"ä":1,"sign":"a \\"b\\" é&"}');
	});
});

describe('what is added as a header', () => {
	const header = (name: string, value: string): Addition => ({ in: 'header', name, value });

	it('takes the place of one with that name', () => {
		const { headers } = withAdd([header('X-A', '1'), header('x-a', '2')]);
		expect(headers).toEqual({ 'x-a': '2' });
	});

	it('is left out where it is empty, as an optional value may be', () => {
		expect(withAdd([header('X-A', '{param:missing}')]).headers).toEqual({});
	});

	it('is what a list of headers sees', () => {
		const { headers } = signed(
			oneStep(
				{ text: '{headers:x-*}', alg: 'text', output: 'base64' },
				{
					add: [header('X-One', 'b'), header('X-Three', 'c'), HEADER],
				},
			),
		);
		expect(Buffer.from(headers['X-Signature'], 'base64').toString()).toBe(
			'x-one:b\nx-three:c\nx-two:b c',
		);
	});

	it('changes the type of the body', () => {
		const changed = withAdd([header('content-type', 'text/plain')]);
		expect([changed.contentType, changed.headers]).toEqual(['text/plain', {}]);
	});

	it('is never the host or the length, which are up to who sends', () => {
		expect(withAdd([header('Host', 'x'), header('Content-Length', '1')]).headers).toEqual({});
	});
});

describe('a whole body', () => {
	it('is replaced last: everything else sees the one that came', () => {
		const { body, headers } = signed(
			oneStep(
				{ alg: 'text', key: undefined, text: '{body|length}' },
				{ add: [{ in: 'wholebody', value: '<{body|length}>' }, HEADER] },
			),
		);
		expect([body, headers['X-Signature']]).toEqual(['<65>', '65']);
	});

	it('may become none', () => {
		expect(withAdd([{ in: 'wholebody', value: '' }]).body).toBe('');
	});
});

describe('an addition for some methods', () => {
	const add = [
		{ in: 'header', name: 'X-A', value: '1', when: ['POST', 'put'] },
		{ in: 'header', name: 'X-B', value: '1', when: 'GET, DELETE' },
	];

	it.each([
		['POST', ['X-A']],
		['PUT', ['X-A']],
		['DELETE', ['X-B']],
		['PATCH', []],
	])('is for them only: %s', (method, names) => {
		expect(Object.keys(withAdd(add, { method }).headers)).toEqual(names);
	});
});

describe('the order', () => {
	it('does not matter: what refers to no step comes first, then each as soon as it can', () => {
		const add = [
			{ in: 'header', name: 'X-Last', value: '{second}' },
			{ in: 'header', name: 'Digest', value: '{body|length}' },
			{ in: 'query', name: 't', value: '{s}' },
			{ in: 'body', name: 'more', value: 'x' },
			{ in: 'header', name: 'X-First', value: '{first}' },
		];
		const steps = [
			{ name: 'second', alg: 'text', text: '{header:x-first}|{first}' },
			{ name: 'first', alg: 'text', text: '{header:digest} {param:t} {param:more}' },
		];
		const { headers, body } = signed({ add, steps });
		const first = `${Buffer.byteLength(body)} 1709226309 x`;
		expect(headers).toEqual({
			Digest: String(Buffer.byteLength(body)),
			'X-First': first,
			'X-Last': `${first}|${first}`,
		});
		expect(Buffer.byteLength(body)).toBe(Buffer.byteLength(REQUEST.body) + ',"more":"x"'.length);
	});
});
