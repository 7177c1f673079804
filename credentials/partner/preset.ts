import type { FieldKind, Recipe } from '../recipe/recipe';

/** A value that a partner hands out, under the partner's own name for it. */
export interface PresetField {
	/** In the credential's data and in the recipe. */
	name: string;
	label: string;
	kind: FieldKind;
	/** Masked in the form and redacted like a secret, though it is sent. */
	isMasked?: boolean;
	isOptional?: boolean;
	/** Has lines, as a private key has. */
	isLong?: boolean;
	hint?: string;
	/** Asked for with one value of a choice only. */
	shownFor?: { choice: string; value: string };
}

/** Something in which those who follow one standard differ. The first option is the usual one. */
export interface PresetChoice {
	name: string;
	label: string;
	hint?: string;
	options: Array<{
		value: string;
		name: string;
		/** What it changes in the recipe, by paths such as `steps.0.output`. */
		sets?: Record<string, unknown>;
	}>;
}

/** The values that Custom and Recipe (JSON) have; a preset has its own. */
export const VALUES: PresetField[] = [
	{ name: 'id', label: 'ID', kind: 'open', isOptional: true },
	{ name: 'secret', label: 'Secret', kind: 'secret', isOptional: true },
	{ name: 'privateKey', label: 'Private Key', kind: 'secret', isOptional: true, isLong: true },
];

/** Of Custom and Recipe (JSON): for a token that is refreshed from the beginning. */
export const FIRST_REFRESH_TOKEN: PresetField = {
	name: 'refreshToken',
	label: 'Refresh Token',
	kind: 'secret',
	isOptional: true,
};

/** What proves a recipe: an example that the partner publishes, or its documentation only. */
export type Proof = 'example' | 'documentation';

/** How one partner wants requests to be signed. Data only: a file each in `presets/`. */
export interface Preset {
	value: string;
	name: string;
	/** '' where each customer has another one. */
	baseUrl: string;
	/** Where tokens are asked for, where it is another host than that of Base URL. */
	tokenUrl?: string;
	fields: PresetField[];
	choices?: PresetChoice[];
	recipe: Recipe;
	proof: Proof;
}
