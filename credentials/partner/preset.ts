import type { FieldKind, Recipe } from '../recipe/recipe';

/** A value that a partner hands out, under the partner's own name for it. */
export interface PresetField {
	/** In the credential's data and in the recipe. */
	name: string;
	label: string;
	kind: FieldKind;
	isOptional?: boolean;
	/** Has lines, as a private key has. */
	isLong?: boolean;
	hint?: string;
}

/** How one partner wants requests to be signed. Data only: a file each in `presets/`. */
export interface Preset {
	value: string;
	name: string;
	/** '' where each customer has another one. */
	baseUrl: string;
	fields: PresetField[];
	recipe: Recipe;
	/** What proves the recipe: an example that the partner publishes, or its documentation only. */
	proof: 'example' | 'documentation';
}
