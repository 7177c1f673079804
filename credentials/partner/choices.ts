import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField } from '../auth/credential-fields';
import type { PresetChoice } from './preset';

/** What was chosen, by the name of the choice, and the recipe that comes of it. */
export interface Chosen<Recipe> {
	values: Record<string, string>;
	recipe(): Recipe;
}

/**
 * Reads the choices of a preset.
 *
 * @throws UserError naming the field where an expression gives something else
 */
export function chosenIn<Recipe extends object>(
	credentials: ICredentialDataDecryptedObject,
	{ choices = [], recipe }: { choices?: PresetChoice[]; recipe: Recipe },
): Chosen<Recipe> {
	const chosen = choices.map(({ name, label, options }) => {
		const value = choiceField(
			credentials,
			{ name, label },
			options.map((option) => option.value),
		);
		return { name, value, sets: options.find((option) => option.value === value)?.sets ?? {} };
	});
	return {
		values: Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
		recipe: () => {
			const changed = JSON.parse(JSON.stringify(recipe)) as Recipe;
			for (const { sets } of chosen) {
				for (const [path, value] of Object.entries(sets)) put(changed, path.split('.'), value);
			}
			return changed;
		},
	};
}

/** Paths are those of the package's own presets. */
function put(target: object, [name, ...rest]: string[], value: unknown): void {
	const object = target as Record<string, object>;
	if (rest.length === 0) object[name] = value as object;
	else put(object[name], rest, value);
}
