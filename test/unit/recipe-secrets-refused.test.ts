import { HEADER, oneStep, refusedRecipes, type Refused } from './recipe-helpers';

const add = (entry: object) => ({ add: [entry] });

const RECIPES: Refused[] = [
	[
		'a secret that is added',
		add({ in: 'header', name: 'X', value: '{secret}' }),
		'add[0].value would send a secret',
		'may be sent',
	],
	[
		'a secret in Base64',
		add({ in: 'query', name: 'x', value: '{secret|base64}' }),
		'add[0].value would send a secret',
		'API key',
	],
	[
		'the beginning of a secret',
		add({ in: 'body', name: 'x', value: '{secret|first:2}' }),
		'add[0].value would send a secret',
		'',
	],
	[
		'a digest of its beginning',
		add({ in: 'body', name: 'x', value: '{secret|first:2|sha256}' }),
		'add[0].value would send a secret',
		'',
	],
	[
		'the length of a secret',
		add({ in: 'wholebody', value: '{secret|length}' }),
		'add[0].value would send a secret',
		'',
	],
	[
		'a secret under a condition',
		add({ in: 'rawquery', value: '{?body}{secret}{/body}' }),
		'add[0].value would send a secret',
		'',
	],
	[
		'a list with a secret',
		{
			params: { extra: [{ name: 'p', value: '{secret}' }] },
			add: [{ in: 'header', name: 'X', value: '{params}' }],
		},
		'add[0].value would send a secret',
		'',
	],
	[
		'a text with a secret',
		{ ...oneStep({ alg: 'text', text: '{secret}' }) },
		'add[0].value would send a secret',
		'',
	],
	[
		'a JWT with a secret inside',
		{ ...oneStep({ alg: 'jwt-HS256', text: '{"a":"{secret}"}' }) },
		'add[0].value would send a secret',
		'',
	],
	[
		'a JWT with a secret in its header',
		{ ...oneStep({ alg: 'jwt-HS256', header: '{secret}' }) },
		'add[0].value would send a secret',
		'',
	],
	[
		'a key that is made of a secret',
		{
			steps: [
				{ name: 'derived', alg: 'hmac-sha256', key: '{secret}', text: 'x', output: 'raw' },
				{ name: 'signature', alg: 'hmac-sha256', key: '{derived|raw}', text: '' },
			],
			add: [HEADER, { in: 'header', name: 'Y', value: '{derived}' }],
		},
		'add[1].value would send a secret',
		'',
	],
];

describe('a recipe that would send a secret is refused', () => refusedRecipes(RECIPES));
