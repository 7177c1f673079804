import { compileRecipe } from '../../credentials/recipe/compile';
import { parseRecipe } from '../../credentials/recipe/read-recipe';
import { FIELDS, oneStep, refusedRecipes, type Refused } from './recipe-helpers';
import { refusalOf } from './refusal';

const add = (entry: object) => ({ add: [entry] });

const RECIPES: Refused[] = [
	['a list', [], 'Recipe must be an object', 'steps'],
	['text', 'hmac', 'Recipe must be an object', 'Write it as'],
	['nothing', {}, 'add is missing: the recipe would change nothing', 'X-Signature'],
	['an unknown key', { step: [] }, 'Recipe: unknown key "step"', 'Did you mean "steps"?'],
	[
		'an unknown key of a step',
		oneStep({ algorithm: 'x' } as never),
		'steps[0]: unknown key "algorithm"',
		'alg',
	],
	[
		'an unknown key of an addition',
		add({ in: 'header', nam: 'X' }),
		'add[0]: unknown key "nam"',
		'Did you mean "name"?',
	],
	[
		'an unknown key of params',
		oneStep({}, { params: { sort: true } as never }),
		'params: unknown key "sort"',
		'order',
	],
	[
		'an unknown algorithm',
		oneStep({ alg: 'hmac-sha265' }),
		'steps[0].alg: "hmac-sha265" is not known',
		'Did you mean "hmac-sha256"?',
	],
	[
		'an algorithm of Object',
		oneStep({ alg: 'toString' }),
		'steps[0].alg: "toString" is not known',
		'hmac-sha256',
	],
	[
		'an unknown output',
		oneStep({ output: 'Hex' as never }),
		'steps[0].output: "Hex" is not known',
		'Did you mean "hex"?',
	],
	[
		'an unknown key encoding',
		oneStep({ keyEncoding: 'utf8' as never }),
		'steps[0].keyEncoding: "utf8" is not known',
		'text, base64',
	],
	[
		'an unknown place',
		add({ in: 'headers', name: 'X' }),
		'add[0].in: "headers" is not known',
		'Did you mean "header"?',
	],
	['no place', add({ name: 'X' }), 'add[0].in is missing', 'Add "in"'],
	[
		'a step without a name',
		{ steps: [{ alg: 'text', text: '' }] },
		'steps[0].name is missing',
		'Add "name"',
	],
	[
		'a step without a text',
		oneStep({ text: undefined }),
		'steps[0].text is missing',
		'{timestamp}{body}',
	],
	['an HMAC without a key', oneStep({ key: undefined }), 'steps[0].key is missing', '{secret}'],
	['steps that are no list', { steps: {} }, 'steps must be a list', '[{'],
	['a step that is text', { steps: ['x'] }, 'steps[0] must be an object', 'Write it as'],
	['a key that is a number', oneStep({ key: 1 as never }), 'steps[0].key must be text', '"…"'],
	[
		'an offset in hours',
		{ time: { offset: 0.5 } },
		'time.offset must be a whole number from -1440 to 1440',
		'60',
	],
	[
		'a switch as text',
		{ params: { dropEmpty: 'true' } },
		'params.dropEmpty must be true or false',
		'true',
	],
	[
		'21 steps',
		{ steps: Array.from({ length: 21 }, () => ({})) },
		'steps has too many entries',
		'20',
	],
	[
		'a step that needs itself',
		oneStep({ text: '{signature}' }),
		'steps[0] needs its own result',
		'"signature" needs "signature"',
	],
	[
		'an extra pair that needs the list',
		oneStep({ text: '{params}' }, { params: { extra: [{ name: 'a', value: '{params}' }] } }),
		'params.extra[0].value needs itself',
		'{params}',
	],
	[
		'a list that needs the step that signs it',
		oneStep({ text: '{params}' }, { params: { extra: [{ name: 'a', value: '{signature}' }] } }),
		'steps[0] needs its own result',
		'"signature"',
	],
	[
		'a step named like a value',
		oneStep({ name: 'body' }),
		'steps[0].name: "body" has a meaning already',
		'signature or digest',
	],
	[
		'a step named like a field',
		oneStep({ name: 'secret' }),
		'steps[0].name: "secret" is there twice',
		'name of its own',
	],
	[
		'a step named with a space',
		oneStep({ name: 'my signature' }),
		'steps[0].name is not a name',
		'letters, digits and _',
	],
	[
		'a result that is not sent',
		oneStep({}, { add: [{ in: 'header', name: 'X', value: '{id}' }] }),
		'add: the recipe would sign nothing',
		'{signature}',
	],
	[
		'a header without a name',
		add({ in: 'header', value: 'x' }),
		'add[0].name is missing',
		'the header is called',
	],
	[
		'a name that is no header',
		add({ in: 'header', name: 'X Signature', value: 'x' }),
		'add[0].name is not the name of a header',
		'hyphens',
	],
	[
		'a name with a line break',
		add({ in: 'header', name: 'X\r\nY', value: 'x' }),
		'add[0].name is not the name of a header',
		'X-Signature',
	],
	[
		'a method that is none',
		add({ in: 'header', name: 'X', value: 'x', when: ['P-T'] }),
		'add[0].when: "P-T" is not a method',
		'["POST", "PUT"]',
	],
];

describe('a recipe of another shape is refused', () => refusedRecipes(RECIPES));

describe('a recipe is refused', () => {
	it('for steps that need each other', () => {
		const steps = ['a', 'b', 'c'].map((name, at) => ({
			name,
			alg: 'hash-sha256',
			text: `{${['b', 'c', 'a'][at]}}`,
		}));
		const { message, description } = refusalOf(() => compileRecipe({ steps, add: [] }, FIELDS));
		expect(message).toBe('steps[0] needs its own result');
		expect(description).toContain('"a" needs "b" needs "c" needs "a"');
	});

	it.each(['body', 'a b', '1st'])('for a value of the credential named %j', (name) => {
		const refusal = refusalOf(() => compileRecipe(oneStep({}), { [name]: 'open' }));
		expect(refusal.message).toMatch(/^the value .* (has a meaning already|is not a name)$/);
	});

	it('without repeating what may be a secret', () => {
		const pasted = 'MIIEvQIBADANBgkqhkiG9w0=';
		for (const recipe of [
			{ [pasted]: 1 },
			oneStep({ alg: pasted }),
			oneStep({ text: `{a${pasted}}` }),
			oneStep({ text: `{body|${pasted}}` }),
		]) {
			const { message, description } = refusalOf(() => compileRecipe(recipe, FIELDS));
			expect(message + description).not.toContain(pasted);
		}
	});
});

describe('a recipe as text is refused', () => {
	it.each([
		['{', ''],
		['{"steps": [}', 'line 1, character 12'],
		['{\n  "add": [],\n  "x": secret-of-mine\n}', 'line 3, character 8'],
	])('where it is not JSON: %j', (json, hint) => {
		const { message, description } = refusalOf(() => parseRecipe(json));
		expect(message).toBe('Recipe is not valid JSON');
		expect(description).toContain(hint);
		expect(description).not.toContain('secret-of-mine');
	});

	it('where it is longer than 100,000 characters', () => {
		expect(refusalOf(() => parseRecipe(' '.repeat(100_001))).message).toBe('Recipe is too long');
	});
});
