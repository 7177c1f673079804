import { compileParts, type CompiledParts } from './compile-parts';
import { compileToken, type CompiledToken } from './compile-token';
import type { FieldKind } from './recipe';
import { recipeError } from './recipe-error';
import { readRecipe } from './read-recipe';

/** A recipe that can be applied to requests. */
export interface CompiledRecipe extends CompiledParts {
	/** How the token is had that the requests carry. */
	token?: CompiledToken;
}

/**
 * Compiles a recipe, once for all requests of a credential.
 *
 * @param recipe as JSON has it; see {@link Recipe}
 * @param fields the names of the credential's values, and whether they may be sent
 * @throws UserError naming the place in the recipe, and the way out
 */
export function compileRecipe(recipe: unknown, fields: Record<string, FieldKind>): CompiledRecipe {
	const { token, ...parts } = readRecipe(recipe);
	const compiled = compileParts(parts, fields, false);
	if (!token) return compiled;
	if (!compiled.usesToken) {
		throw recipeError(
			'add: the token would not be sent',
			'Add it to each request, such as { "in": "header", "name": "Authorization", "value": "Bearer {token}" }.',
		);
	}
	return { ...compiled, token: compileToken(token, fields) };
}
