import { faultIn } from './json-fault';
import { recipeError } from './recipe-error';
import { ADDITION_PLACES } from './recipe';
import { objectAt } from './read-fields';
import { PART_KEYS, partsOf, type RecipeParts } from './read-parts';
import { readToken, TOKEN_KEYS, type ReadToken } from './read-token';

const MAX_CHARACTERS = 100_000;

/** A recipe whose shape is right. Its templates are still unread. */
export interface ReadRecipe extends RecipeParts {
	token?: ReadToken;
}

/**
 * Reads a recipe from JSON text.
 *
 * @throws UserError where it is not JSON, or as {@link readRecipe}
 */
export function parseRecipe(text: string): ReadRecipe {
	return readRecipe(jsonOfRecipe(text));
}

/**
 * The JSON text of any recipe, of unknown shape.
 *
 * @throws UserError where it is too long, or not JSON: with line and character
 */
export function jsonOfRecipe(text: string): unknown {
	if (text.length > MAX_CHARACTERS) {
		throw recipeError('Recipe is too long', `${MAX_CHARACTERS} characters are the most.`);
	}
	try {
		return JSON.parse(text);
	} catch {
		const { line, character } = faultIn(text) ?? { line: 1, character: 1 };
		throw recipeError(
			'Recipe is not valid JSON',
			`Look at line ${line}, character ${character}: check commas, quotation marks and brackets.`,
		);
	}
}

/**
 * Checks the shape of a recipe: what may stand where.
 *
 * @throws UserError naming the place, such as `steps[0].alg`, and the nearest word that is known
 */
export function readRecipe(value: unknown): ReadRecipe {
	const recipe = objectAt(value, '', [...PART_KEYS, 'token']);
	return {
		...partsOf(recipe, ADDITION_PLACES),
		token: recipe.object('token', TOKEN_KEYS, readToken),
	};
}
