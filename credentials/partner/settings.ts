import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField, optionalField, requiredField } from '../auth/credential-fields';
import { BASE_URL, baseUrlOrigin } from '../auth/destination';
import { textOf } from '../auth/text';
import { parseRecipe } from '../recipe/read-recipe';
import { chosenIn } from './choices';
import { customRecipe } from './custom-recipe';
import { RECIPE, SCHEME, TOKEN_URL } from './labels';
import { FIRST_REFRESH_TOKEN, VALUES, type Preset } from './preset';
import { PRESETS } from './presets';
import { valuesOf, type Values } from './values';

const SCHEMES = ['custom', 'json', ...PRESETS.map(({ value }) => value)];

/** What a credential says, whichever way its form was filled in. */
export interface Settings extends Values {
	/** The partner's name, where a preset knows it. */
	partner?: string;
	/** Of the recipe: the same for every request of a credential that was not changed. */
	id: string;
	/** Asked for once for each `id`, as it takes longer than signing. */
	recipe(): unknown;
	/** Where an error names a place of the recipe, the field of the form behind it. */
	labels(): Record<string, string>;
	/** Scheme, host and port of the base URL. */
	origin: string;
	/** Where tokens are asked for, as entered or as the preset has it; '' where the recipe says it. */
	tokenUrl: string;
}

/**
 * Reads the form.
 *
 * @throws UserError naming the field that is empty or cannot be read
 */
export function settingsOf(credentials: ICredentialDataDecryptedObject): Settings {
	const scheme = choiceField(credentials, SCHEME, SCHEMES);
	const preset = PRESETS.find(({ value }) => value === scheme);
	if (preset) return presetSettings(credentials, preset);
	const values = {
		origin: baseUrlOrigin(credentials),
		tokenUrl: optionalField(credentials, TOKEN_URL),
		...valuesOf(credentials, [...VALUES, FIRST_REFRESH_TOKEN], {}, true),
	};
	const names = JSON.stringify(values.fields);
	if (scheme === 'custom') return { ...customRecipe(credentials, names), ...values };
	const json = credentials[RECIPE.name];
	// An expression may give an object.
	const text = typeof json === 'object' ? JSON.stringify(json) : textOf(json, RECIPE.label);
	if (text.trim() === '') requiredField({}, RECIPE);
	return { id: names + text, recipe: () => parseRecipe(text), labels: () => ({}), ...values };
}

function presetSettings(credentials: ICredentialDataDecryptedObject, preset: Preset): Settings {
	const { name, value, tokenUrl = '' } = preset;
	const { steps = [], token } = preset.recipe;
	const chosen = chosenIn(credentials, preset);
	const { fields } = preset;
	const keys = [
		...steps.map((_, index) => `steps[${index}].key`),
		...(token?.request?.steps ?? []).map((_, index) => `token.request.steps[${index}].key`),
		...(token?.refresh?.steps ?? []).map((_, index) => `token.refresh.steps[${index}].key`),
	];
	const labels = () =>
		Object.fromEntries(
			fields.flatMap((field) => keys.map((key) => [`${key} ({${field.name}})`, field.label])),
		);
	return {
		partner: name,
		id: JSON.stringify([value, chosen.values]),
		recipe: () => chosen.recipe(),
		labels,
		origin: originOf(credentials, preset),
		tokenUrl: (token && optionalField(credentials, TOKEN_URL)) || tokenUrl,
		...valuesOf(credentials, fields, chosen.values, false),
	};
}

/** Where a partner has one host for all, nothing need be filled in. */
function originOf(credentials: ICredentialDataDecryptedObject, { baseUrl }: Preset): string {
	const isEmpty = baseUrl !== '' && optionalField(credentials, BASE_URL) === '';
	return isEmpty ? baseUrl : baseUrlOrigin(credentials);
}
