import { compileRecipe } from '../../credentials/recipe/compile';
import { FIELDS, refusedRecipes, type Refused } from './recipe-helpers';

const BEARER = { in: 'header', name: 'Authorization', value: 'Bearer {token}' };
const REQUEST = { path: '/t', add: [{ in: 'basic', name: '{id}', value: '{secret}' }] };
const token = (part: object) => ({ token: { request: REQUEST, ...part }, add: [BEARER] });
const request = (part: object) => token({ request: { ...REQUEST, ...part } });
const refresh = (part: object) => token({ refresh: part });

const RECIPES: Refused[] = [
	['a token that is text', { token: 'x', add: [BEARER] }, 'token must be an object', 'request'],
	['no request', { token: {}, add: [BEARER] }, 'token.request is missing', 'Add "request"'],
	[
		'an unknown key',
		token({ anwser: {} }),
		'token: unknown key "anwser"',
		'Did you mean "answer"?',
	],
	[
		'an unknown key of a request',
		request({ metod: 'GET' }),
		'token.request: unknown key "metod"',
		'Did you mean "method"?',
	],
	[
		'an unknown key of an answer',
		token({ answer: { expire: 'x' } }),
		'token.answer: unknown key "expire"',
		'Did you mean "expires"?',
	],
	[
		'a unit that is not known',
		token({ answer: { unit: 'sec' } }),
		'token.answer.unit: "sec" is not known',
		'at-s',
	],
	[
		'a life of nothing',
		token({ answer: { life: 0 } }),
		'token.answer.life must be a whole number from 1 to 31622400',
		'60',
	],
	[
		'a body that is not known',
		request({ body: 'xml' }),
		'token.request.body: "xml" is not known',
		'form, json, none',
	],
	[
		'a method that is none',
		request({ method: 'P-T' }),
		'token.request.method: "P-T" is not a method',
		'POST',
	],
	...[
		'https://elsewhere.example.com/t',
		'//elsewhere.example.com/t',
		'/\\elsewhere',
		't',
		'/a b',
	].map(
		(path): Refused => [
			`the path ${path}`,
			request({ path }),
			'token.request.path is not a path',
			'Token URL',
		],
	),
	[
		'a path with a value that is not known',
		request({ path: '/{tenant}/t' }),
		'token.request.path: there is no value "tenant"',
		'Known:',
	],
	[
		'a step of the request',
		request({ steps: [{ name: 'a', alg: 'hmac-sha265', text: '' }] }),
		'token.request.steps[0].alg: "hmac-sha265" is not known',
		'hmac-sha256',
	],
	[
		'a signature of the request that is not sent',
		request({ steps: [{ name: 'a', alg: 'hmac-sha256', key: '{secret}', text: '' }] }),
		'token.request.add: the recipe would sign nothing',
		'{signature}',
	],
	[
		'a place that is not known',
		request({ add: [{ in: 'form', name: 'a', value: '' }] }),
		'token.request.add[0].in: "form" is not known',
		'basic',
	],
	[
		'Basic without a user',
		request({ add: [{ in: 'basic', value: '{secret}' }] }),
		'token.request.add[0].name is missing',
		'',
	],
	[
		'Basic in an ordinary request',
		{ add: [{ in: 'basic', name: 'a', value: 'b' }] },
		'add[0].in: "basic" is not known',
		'header',
	],
	[
		'a secret in an ordinary request, though it may be sent for the token',
		{ token: { request: REQUEST }, add: [BEARER, { in: 'header', name: 'X', value: '{secret}' }] },
		'add[1].value would send a secret',
		'',
	],
	[
		'a token that is not sent',
		{ token: { request: REQUEST }, add: [{ in: 'header', name: 'X', value: '{id}' }] },
		'add: the token would not be sent',
		'Bearer {token}',
	],
	[
		'a refresh token that is not sent',
		refresh({ add: [{ in: 'body', name: 'a', value: '{id}' }] }),
		'token.refresh.add: the refresh token would not be sent',
		'{refreshToken}',
	],
	[
		'a refresh that is as the request',
		refresh({}),
		'token.refresh.add: the refresh token would not be sent',
		'refresh_token',
	],
	[
		'a refresh token in the ordinary request for a token',
		request({ add: [{ in: 'body', name: 'a', value: '{refreshToken}' }] }),
		'token.request.add[0].value: there is no value "refreshToken"',
		'',
	],
	['a quota without a time', token({ quota: { tokens: 5 } }), 'token.quota.minutes is missing', ''],
	[
		'a status that is none',
		token({ refused: { statuses: [401, 1010] } }),
		'token.refused.statuses[1] must be a whole number from 100 to 599',
		'',
	],
	[
		'a path without values',
		token({ refused: { path: 'code' } }),
		'token.refused.values is missing',
		'',
	],
	[
		'values without a path',
		token({ refused: { values: ['1'] } }),
		'token.refused.path is missing',
		'',
	],
	[
		'a switch as text',
		token({ oneLiveToken: 'true' }),
		'token.oneLiveToken must be true or false',
		'true',
	],
];

describe('a recipe with a token is refused', () => refusedRecipes(RECIPES));

it('what is not said of a refresh is as in the request', () => {
	const { token: compiled } = compileRecipe(
		token({
			request: { ...REQUEST, method: 'put', body: 'json' },
			refresh: { add: [{ in: 'body', name: 'r', value: '{refreshToken}' }] },
		}),
		FIELDS,
	);
	expect(compiled?.refresh).toMatchObject({
		method: 'PUT',
		contentType: 'application/json',
		isForOneUse: false,
		hasOwnPath: false,
		values: ['refreshToken'],
	});
	expect(compiled?.request?.values).toEqual(['id', 'secret']);
});
