import type { ParameterSettings } from '../../credentials/recipe/recipe';
import type { Unsigned } from '../../credentials/recipe/scene';
import { rendered } from './recipe-helpers';

const FORM = 'application/x-www-form-urlencoded';
const at = (query: string) => ({ url: new URL(`https://api.example.com/a?${query}`), body: '' });
const json = (body: string): Partial<Unsigned> => ({ ...at(''), body });

const list = (params: ParameterSettings, request: Partial<Unsigned>) =>
	rendered('{params}', { params }, request);

const CASES: Array<[string, ParameterSettings, Partial<Unsigned>, string]> = [
	['sorted by name, then value', {}, at('b=2&a=3&b=1&a='), 'a=&a=3&b=1&b=2'],
	['as they come', { order: 'asis' }, at('b=2&a=3&b=1'), 'b=2&a=3&b=1'],
	['of query and form', {}, { ...at('b=2'), body: 'a=1', contentType: FORM }, 'a=1&b=2'],
	['of the form only', { from: ['form'] }, { ...at('b=2'), body: 'a=1', contentType: FORM }, 'a=1'],
	['without JSON, as a rule', {}, { ...at('b=2'), body: '{"a":1}' }, 'b=2'],
	[
		'of JSON',
		{ from: ['json'] },
		json('{"b":1.50,"a":"x","c":null,"d":true}'),
		'a=x&b=1.50&c=&d=true',
	],
	['of a JSON list', { from: ['json'] }, json('["x","y"]'), '0=x&1=y'],
	['of no JSON', { from: ['json'] }, json('nothing'), ''],
	['of nothing', {}, at(''), ''],
	['without some', { leaveOut: ['sign', 'b'] }, at('b=2&a=1&sign=x&SIGN=y'), 'SIGN=y&a=1'],
	['without empty ones', { dropEmpty: true }, at('b=&a=1&c'), 'a=1'],
	['with pairs and joints', { pair: '{n}:{v};', join: '\\n' }, at('b=2&a=1'), 'a:1;\nb:2;'],
	['values only', { pair: '{v}', join: '' }, at('b=2&a=1'), '12'],
	['with $ in a value', { pair: '<{v}>' }, at('a=$1$$%26'), '<$1$$&>'],
	['with {n} in a value', { pair: '{n}{v}' }, at('a=%7Bn%7D'), 'a{n}'],
	['decoded', {}, at('b=x+y&a=%C3%BC'), 'a=ü&b=x y'],
	['encoded by RFC 3986', { encoding: 'rfc3986' }, at('b=x+y&a=*~'), 'a=%2A~&b=x%20y'],
	['encoded like a form', { encoding: 'form' }, at('b=x+y&a=*~'), 'a=*%7E&b=x+y'],
	['sorted as they are encoded', { encoding: 'rfc3986' }, at('a%5B%5D=1&a1=2'), 'a%5B%5D=1&a1=2'],
	['sorted by bytes', {}, at('%F0%9F%98%80=1&%EF%BF%BD=2'), '\ufffd=2&😀=1'],
	['names in lower case', { names: 'lower' }, at('B=X&a=1'), 'a=1&b=X'],
	['without what is nested', { from: ['json'] }, json('{"a":{"b":1},"c":[1],"d":2}'), 'd=2'],
	[
		'with what is nested as JSON',
		{ from: ['json'], nested: 'stringify' },
		json('{"a": {"b": 1.0}, "c": [1, 2]}'),
		'a={"b":1.0}&c=[1,2]',
	],
	[
		'with what is nested by its path',
		{ from: ['json'], nested: 'flatten' },
		json('{"a":{"b":1,"x":{}},"c":[1,{"d":2}]}'),
		'a.b=1&c.0=1&c.1.d=2',
	],
	[
		'with pairs that are not sent',
		{
			extra: [
				{ name: 'aa', value: '{token}' },
				{ name: 'c', value: '' },
			],
		},
		at('b=2&a=1'),
		'a=1&aa=the-token&b=2&c=',
	],
];

it.each(CASES)('a list of parameters %s', (_what, params, request, expected) => {
	expect(list(params, request)).toBe(expected);
});
