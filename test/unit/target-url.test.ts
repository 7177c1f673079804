import { targetUrl, type RequestOptions } from '../../credentials/auth/outgoing-request';
import { refusalOf } from './refusal';

const ORIGIN = 'https://api.example.com';
const ELSEWHERE = `This credential may only be used with ${ORIGIN}`;

describe.each(['url', 'uri'] as const)('the address of a request, given as %s', (name) => {
	it.each([
		['relative to the credential', '/orders', '/orders'],
		['relative without a slash', 'orders', '/orders'],
		['relative with a query', '/orders?a=1&b=%20', '/orders?a=1&b=%20'],
		['absolute', `${ORIGIN}/orders`, '/orders'],
		['absolute in upper case', 'HTTPS://API.EXAMPLE.COM/Orders', '/Orders'],
		['absolute with a fragment', `${ORIGIN}/orders?a=1#part`, '/orders?a=1'],
		['absolute after white space', ` ${ORIGIN}/orders`, '/orders'],
		['relative to the scheme, on the same host', '//api.example.com/orders', '/orders'],
		['the scheme without slashes, on the same host', 'https:orders', '/orders'],
		['a path with a colon', '/invoices/a:b', '/invoices/a:b'],
		['a path with two slashes inside', '/a//b', '/a//b'],
		['a path with dots', '/a/../orders', '/orders'],
		['unicode', '/bücher', '/b%C3%BCcher'],
		['an address within the query', '/go?to=https://evil.example', '/go?to=https://evil.example'],
		['empty', '', '/'],
	])('may be %s', (_what, address, path) => {
		expect(targetUrl({ [name]: address }, ORIGIN).href).toBe(ORIGIN + path);
	});

	it.each([
		['another host', 'https://evil.example/orders'],
		['another host, relative to the scheme', '//evil.example/orders'],
		['another host behind backslashes', '\\\\evil.example\\orders'],
		['another host behind mixed slashes', '/\\evil.example/orders'],
		['another host behind the scheme and backslashes', 'https:\\\\evil.example'],
		['another host behind white space', '  https://evil.example'],
		['another scheme', 'http://api.example.com/orders'],
		['a scheme that borrows the origin', 'blob:https://api.example.com/orders'],
		['a script', 'javascript:alert(1)'],
		['a file', 'file:///etc/passwd'],
		['a user name', 'https://me@api.example.com/orders'],
		['the host as user name', 'https://api.example.com@evil.example'],
	])('may not lead to %s', (_what, address) => {
		expect(refusalOf(() => targetUrl({ [name]: address }, ORIGIN)).message).toBe(ELSEWHERE);
	});

	it.each([
		['control characters before the scheme', '\u0000https://evil.example'],
		['a tab within the scheme', 'ht\ttps://evil.example'],
		['a tab between the slashes', '/\t/evil.example'],
		['a line break between the slashes', '/\n/evil.example'],
	])('stays on the own host in spite of %s', (_what, address) => {
		expect(targetUrl({ [name]: address }, ORIGIN).origin).toBe(ORIGIN);
	});

	it('is refused where it is none, and nothing is sent', () => {
		expect(refusalOf(() => targetUrl({ [name]: 'https://[' }, ORIGIN))).toEqual({
			message: 'The URL of the request is not valid',
			description: expect.stringContaining('Nothing was sent.'),
		});
	});

	it('keeps the query of `qs` out of it', () => {
		expect(targetUrl({ [name]: '/orders', qs: { a: 1 } }, ORIGIN).search).toBe('');
	});
});

describe('the baseURL of a request', () => {
	it.each<[string, RequestOptions, string]>([
		['a path', { baseURL: `${ORIGIN}/v1`, url: '/orders' }, '/v1/orders'],
		['a path and a slash', { baseURL: `${ORIGIN}/v1/`, url: 'orders' }, '/v1/orders'],
		['only a path', { baseURL: '/v1', url: '/orders' }, '/v1/orders'],
		['nothing', { baseURL: '', url: '/orders' }, '/orders'],
		['an address that needs none', { baseURL: `${ORIGIN}/v1`, url: `${ORIGIN}/v2` }, '/v2'],
		['no address', { baseURL: `${ORIGIN}/v1` }, '/v1/'],
	])('may hold %s', (_what, options, path) => {
		expect(targetUrl(options, ORIGIN).href).toBe(ORIGIN + path);
	});

	it.each<[string, RequestOptions]>([
		['another host', { baseURL: 'https://evil.example', url: '/orders' }],
		['another host, relative to the scheme', { baseURL: '//evil.example', url: '/orders' }],
		['a prefix of another host', { baseURL: `${ORIGIN}.evil.example`, url: '/orders' }],
		['a user name', { baseURL: 'https://api.example.com@evil.example', url: '/orders' }],
	])('may not hold %s', (_what, options) => {
		expect(refusalOf(() => targetUrl(options, ORIGIN)).message).toBe(ELSEWHERE);
	});

	it('does not send an absolute address elsewhere either', () => {
		const options = { baseURL: ORIGIN, url: 'https://evil.example' };
		expect(refusalOf(() => targetUrl(options, ORIGIN)).message).toBe(ELSEWHERE);
	});
});

describe('a credential for a server on the own machine', () => {
	it('is not used over https or another port', () => {
		const local = 'http://127.0.0.1:3000';
		expect(targetUrl({ url: '/a' }, local).href).toBe(`${local}/a`);
		for (const url of ['https://127.0.0.1:3000/a', 'http://127.0.0.1:3001/a', 'https:a']) {
			expect(() => targetUrl({ url }, local)).toThrow('may only be used with');
		}
	});
});
