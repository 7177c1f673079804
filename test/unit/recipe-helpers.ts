import { compileRecipe } from '../../credentials/recipe/compile';
import { evaluate, type SignedRequest } from '../../credentials/recipe/evaluate';
import type { Addition, FieldKind, Recipe, Step } from '../../credentials/recipe/recipe';
import type { Inputs, Unsigned } from '../../credentials/recipe/scene';
import { refusalOf } from './refusal';

export const FIELDS: Record<string, FieldKind> = { id: 'open', secret: 'secret', key: 'secret' };
export const VALUES = { id: 'the-id', secret: 'a-secret-of-mine', key: 'another secret' };
export const NOW = Date.UTC(2024, 1, 29, 17, 5, 9, 7);
export const HEADER: Addition = { in: 'header', name: 'X-Signature', value: '{signature}' };

/** A request with everything that a template can name. */
export const REQUEST: Unsigned = {
	method: 'POST',
	url: new URL('https://api.example.com:8443/v1/orders/42?b=2&a=x%20y&a=1'),
	body: '{"name":"Käse","price":10.50,"list":[1,{"id":"é"}],"none":null}',
	contentType: 'application/json',
	headers: { 'X-Two': '  b   c ', 'x-one': 'a', Accept: '*/*' },
};

/** A recipe with one step over a text. */
export function oneStep(step: Partial<Step>, rest: Partial<Recipe> = {}): Recipe {
	const steps = [{ name: 'signature', alg: 'hmac-sha256', key: '{secret}', text: '', ...step }];
	return { steps, add: [HEADER], ...rest };
}

export function signed(
	recipe: unknown,
	request: Partial<Unsigned> = {},
	inputs: Partial<Inputs> = {},
): SignedRequest {
	return evaluate(
		compileRecipe(recipe, FIELDS),
		{ ...REQUEST, ...request },
		{ values: VALUES, token: 'the-token', nowInMs: NOW, nonce: 'n0nce', ...inputs },
	);
}

/** What a text template gives for {@link REQUEST}. */
export function rendered(
	text: string,
	rest: Partial<Recipe> = {},
	request: Partial<Unsigned> = {},
): string {
	const steps = [{ name: 'result', alg: 'text', text }];
	const add: Addition[] = [{ in: 'wholebody', value: '{result}' }];
	return signed({ steps, add, ...rest }, request).body.toString();
}

/** What is wrong, the recipe, the first sentence of the error, and what the second one has to say. */
export type Refused = [what: string, recipe: unknown, message: string, hint: string];

export function refusedRecipes(recipes: Refused[]): void {
	it.each(recipes)('for %s', (_what, recipe, message, hint) => {
		const refusal = refusalOf(() => compileRecipe(recipe, FIELDS));
		expect(refusal.message).toBe(message);
		expect(refusal.description).toContain(hint);
		expect(refusal.description).toContain('Nothing was sent.');
	});
}
