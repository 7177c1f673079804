import { enc, MD5, SHA256 } from 'crypto-js';
import { NOW, rendered, REQUEST, signed } from './recipe-helpers';

const BODY = REQUEST.body as string;
const FORM = 'application/x-www-form-urlencoded';
const hex = (text: string) => Buffer.from(text).toString('hex');

const VALUES: Array<[string, string]> = [
	['{method}', 'POST'],
	['{scheme}', 'https'],
	['{host}', 'api.example.com:8443'],
	['{hostname}', 'api.example.com'],
	['{port}', '8443'],
	['{path}', '/v1/orders/42'],
	['{path:1}', 'v1'],
	['{path:2-}', 'orders/42'],
	['{path:1-2}', 'v1/orders'],
	['{path:-2}', 'v1/orders'],
	['{path:4-}', ''],
	['{query}', 'b=2&a=x%20y&a=1'],
	['{pathAndQuery}', '/v1/orders/42?b=2&a=x%20y&a=1'],
	['{url}', 'https://api.example.com:8443/v1/orders/42?b=2&a=x%20y&a=1'],
	['{urlWithoutQuery}', 'https://api.example.com:8443/v1/orders/42'],
	['{body}', BODY],
	['{timestamp}', '1709226309007'],
	['{s}', '1709226309'],
	['{ms}', '1709226309007'],
	['{s+300} {s-60}', '1709226609 1709226249'],
	['{ms+1}', '1709226309008'],
	['{timestamp-7}', '1709226309000'],
	['{time:YYYY-MM-DD[T]HH:mm:ss.SSSZZ}', '2024-02-29T17:05:09.007+00:00'],
	['{nonce}', 'n0nce'],
	['{token}', 'the-token'],
	['{id}', 'the-id'],
	['{param:b}', '2'],
	['{param:a}', 'x y'],
	['{param:name}', 'Käse'],
	['{param:price}', '10.50'],
	['{param:list.1.id}', 'é'],
	['{param:list}', '[1,{"id":"é"}]'],
	['{param:none}', ''],
	['{param:missing}', ''],
	['{header:x-one}', 'a'],
	['{header:X-Two}', 'b   c'],
	['{header:content-type}', 'application/json'],
	['{header:content-length}', '65'],
	['{header:host}', 'api.example.com:8443'],
	['{header:missing}', ''],
	['{headers:x-*}', 'x-one:a\nx-two:b c'],
	['{headers:x-two,x-one}', 'x-two:b c\nx-one:a'],
	['{headers:x-*;names}', 'x-one;x-two'],
	['{headers:x-*;tab}', 'x-one:a\tx-two:b c'],
	['{headers:missing,accept}', 'accept:*/*'],
];

const FILTERS: Array<[string, string]> = [
	['{body|sha256}', SHA256(BODY).toString()],
	['{body|md5|base64}', MD5(BODY).toString(enc.Base64)],
	['{body|md5|hex|base64}', Buffer.from(MD5(BODY).toString()).toString('base64')],
	['{body|md5|md5}', MD5(MD5(BODY).toString()).toString()],
	['{body|md5|raw|md5}', MD5(MD5(BODY)).toString()],
	['{body|md5|upper|first:4}', MD5(BODY).toString().toUpperCase().slice(0, 4)],
	['{id|hex}', hex('the-id')],
	['{id|base64}', 'dGhlLWlk'],
	['{param:name|base64url}', Buffer.from('Käse').toString('base64url')],
	['{id|hex|unhex}', 'the-id'],
	['{id|base64|unbase64}', 'the-id'],
	['{param:a|url}', 'x%20y'],
	['{param:a|form}', 'x+y'],
	['{query|unurl}', 'b=2&a=x y&a=1'],
	['{method|lower}{id|upper}', 'postTHE-ID'],
	['{param:name|first:2|hex}', hex('Käse').slice(0, 4)],
	['{param:name|length}', '5'],
	['{param:name|json}', '"Käse"'],
	['{"name":"{query|json}"}', '{"name":"b=2&a=x%20y&a=1"}'],
	['{ method }', '{ method }'],
	['{method | lower}', 'post'],
];

const SYNTAX: Array<[string, string]> = [
	['{"a":{"b":[{}]}}', '{"a":{"b":[{}]}}'],
	['{"method":"{method}"}', '{"method":"POST"}'],
	['a\\nb\\tc\\0d\\\\n\\re', 'a\nb\tc\0d\\n\re'],
	['a\nb', 'a\nb'],
	['\\{method\\}', '{method}'],
	['\\{{method}\\}', '{POST}'],
	['\\d \\" \\', '\\d \\" \\'],
	['{?body}a{/body}{?token}b{/token}{?param:missing}c{/param:missing}', 'ab'],
	['{?body}1{?param:none}2{/param:none}{?query}3{/query}4{/body}', '134'],
	['', ''],
];

describe.each([
	['a value', VALUES],
	['a filter', FILTERS],
	['the notation', SYNTAX],
])('%s', (_what, cases) => {
	it.each(cases)('%s', (template, expected) => expect(rendered(template)).toBe(expected));
});

describe('minify, nospace and sortjson', () => {
	const body = '{ "b" : [ 1.50 , "x  y\\" }" ] ,\n\t"a" : { "d": null, "c": "\\u00e9" } }';
	const of = (filter: string, text = body) => rendered(`{body|${filter}}`, {}, { body: text });

	it('keep numbers and texts as they are written', () => {
		expect(of('minify')).toBe('{"b":[1.50,"x  y\\" }"],"a":{"d":null,"c":"\\u00e9"}}');
		expect(of('sortjson')).toBe('{"a":{"c":"\\u00e9","d":null},"b":[1.50,"x  y\\" }"]}');
		expect(of('nospace')).toBe('{"b":[1.50,"xy\\"}"],"a":{"d":null,"c":"\\u00e9"}}');
	});

	it.each(['', 'not JSON at all', '{"a": }', '[1, 2', `${'['.repeat(5000)}${']'.repeat(5000)}`])(
		'leave alone what is no JSON, or deeper than anybody writes',
		(text) => {
			expect(of('sortjson', text)).toBe(text);
			expect(of('minify', text)).toBe(text);
		},
	);
});

describe('a value that looks like a template', () => {
	it('is not expanded again', () => {
		const body = '{secret} {{body}} \\n {?token}x{/token}';
		expect(rendered('{body}', {}, { body })).toBe(body);
	});
});

describe('the port', () => {
	it.each([
		['https://a.example.com/', '443'],
		['http://localhost/', '80'],
		['http://localhost:81/', '81'],
	])('of %s is %s', (url, port) => {
		expect(rendered('{port}', {}, { url: new URL(url) })).toBe(port);
	});
});

describe('the time', () => {
	it.each([
		['s', 0, 0, '1709226309'],
		['ms', 420, 60, '1709226369007'],
		['YYYYMMDD[T]HHmmss[Z]', 0, 0, '20240229T170509Z'],
		['YYYY-MM-DD HH:mm:ss', 480, 0, '2024-03-01 01:05:09'],
		['YYYY-MM-DD[T]HH:mm:ssZZ', 420, 0, '2024-03-01T00:05:09+07:00'],
		['YYYY-MM-DDTHH:mm:ssZ', -210, 0, '2024-02-29T13:35:09-0330'],
		['yyyy-MM-dd', 0, 86_400, '2024-03-01'],
		['ddd, DD MMM YYYY HH:mm:ss [GMT]', 0, 0, 'Thu, 29 Feb 2024 17:05:09 GMT'],
		['dddd MMMM YY hh', 0, 0, 'Thursday February 24 05'],
	])('%s, %d minutes east, %d seconds ahead', (format, offset, shift, expected) => {
		expect(rendered('{timestamp}', { time: { format, offset, shift } })).toBe(expected);
	});

	it('of other values is not shifted', () => {
		expect(rendered('{s}', { time: { shift: 60 } })).toBe(String(Math.floor(NOW / 1000)));
	});
});

describe('bytes', () => {
	const body = Buffer.from([0, 255, 10, 195]);

	it('that are no text are signed as they are', () => {
		const steps = [{ name: 'signature', alg: 'hash-sha256', text: '{method}{body}{body|md5|raw}' }];
		const add = [{ in: 'header', name: 'X-Signature', value: '{signature}' }];
		const md5 = Buffer.from(MD5(enc.Latin1.parse(body.toString('latin1'))).toString(), 'hex');
		const bytes = Buffer.concat([Buffer.from('POST'), body, md5]).toString('latin1');
		expect(signed({ steps, add }, { body }).headers['X-Signature']).toBe(
			SHA256(enc.Latin1.parse(bytes)).toString(),
		);
	});

	it('are escaped one by one', () => {
		expect(rendered('{body|url} {body|length} {body|first:2|hex}', {}, { body })).toBe(
			'%00%FF%0A%C3 4 00ff',
		);
	});
});

it('a form has parameters too, and a plus in it is a space', () => {
	const request = { body: 'a+b=c%2Bd&e=%zz&f', contentType: `${FORM}; charset=utf-8` };
	expect(rendered('{param:a b}|{param:e}|{param:f}|', {}, request)).toBe('c+d|%zz||');
});
