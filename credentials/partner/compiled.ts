import { compileRecipe, type CompiledRecipe } from '../recipe/compile';
import { Youngest } from '../recipe/youngest';
import { withLabels } from './labelled';
import type { Settings } from './settings';

const RECIPES_KEPT = 50;

/** n8n hands over a new credential object for each request. */
const compiledRecipes = new Youngest<CompiledRecipe>(RECIPES_KEPT);

/**
 * The recipe of a credential, compiled once.
 *
 * @throws UserError naming the field that is wrong
 */
export function compiled({ id, recipe, fields, labels }: Settings): CompiledRecipe {
	const known = compiledRecipes.get(id);
	if (known) return known;
	return compiledRecipes.set(
		id,
		withLabels(labels, () => compileRecipe(recipe(), fields)),
	);
}
