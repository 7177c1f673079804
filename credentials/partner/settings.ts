import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField, optionalField, requiredField } from '../auth/credential-fields';
import { BASE_URL, baseUrlOrigin } from '../auth/destination';
import { textOf, trimmed } from '../auth/text';
import { parseRecipe } from '../recipe/read-recipe';
import type { FieldKind } from '../recipe/recipe';
import { chosenIn } from './choices';
import { customRecipe } from './custom-recipe';
import { RECIPE, SCHEME, TOKEN_URL } from './labels';
import { FIRST_REFRESH_TOKEN, VALUES, type Preset, type PresetField } from './preset';
import { PRESETS } from './presets';

const SCHEMES = ['custom', 'json', ...PRESETS.map(({ value }) => value)];

/** What a credential says, whichever way its form was filled in. */
export interface Settings {
	/** The partner's name, where a preset knows it. */
	partner?: string;
	/** Of the recipe: the same for every request of a credential that was not changed. */
	id: string;
	/** Asked for once for each `id`, as it takes longer than signing. */
	recipe(): unknown;
	/** Where an error names a place of the recipe, the field of the form behind it. */
	labels(): Record<string, string>;
	/** Names and kinds of the values. */
	fields: Record<string, FieldKind>;
	values: Record<string, string>;
	/** Of the values, as the form calls them. */
	valueLabels: Record<string, string>;
	/** What must not be seen: secrets, and what is masked though it may be sent. */
	hidden: string[];
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
		...valuesOf(credentials, [...VALUES, FIRST_REFRESH_TOKEN], furtherValues(credentials)),
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
	const fields = preset.fields.map((field) =>
		isShown(field, chosen.values) ? field : { ...field, isOptional: true },
	);
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
		...valuesOf(credentials, fields, []),
	};
}

function isShown({ shownFor }: PresetField, chosen: Record<string, string>): boolean {
	return shownFor === undefined || chosen[shownFor.choice] === shownFor.value;
}

interface ReadValue {
	name: string;
	value: string;
	isSecret: boolean;
	/** Not to be seen, though it may be sent. */
	isHidden: boolean;
}

function furtherValues(credentials: ICredentialDataDecryptedObject): ReadValue[] {
	const { entry = [] } = (credentials.values ?? {}) as { entry?: Array<Record<string, unknown>> };
	return entry.map(({ name, value, mayBeSent }, index) => {
		const label = `Further Values, entry ${index + 1}`;
		return {
			name: trimmed(textOf(name, `Name of ${label}`)),
			value: trimmed(textOf(value, `Value of ${label}`)),
			isSecret: mayBeSent !== true,
			isHidden: true,
		};
	});
}

function valuesOf(
	credentials: ICredentialDataDecryptedObject,
	fields: PresetField[],
	further: ReadValue[],
): Pick<Settings, 'fields' | 'values' | 'valueLabels' | 'hidden'> {
	const own = fields.map((field) => ({
		name: field.name,
		value: valueOf(credentials, field),
		isSecret: field.kind === 'secret',
		isHidden: field.kind === 'secret' || field.isMasked === true,
	}));
	const all: ReadValue[] = [...own, ...further];
	const twice = all.find(({ name }, index) => all.findIndex((each) => each.name === name) < index);
	if (twice) {
		throw new UserError(`Further Values has the name ${twice.name} twice`, {
			description: 'Give each value a name of its own, other than id, secret and privateKey.',
		});
	}
	return {
		fields: Object.fromEntries(
			all.map(({ name, isSecret }) => [name, isSecret ? 'secret' : 'open']),
		),
		values: Object.fromEntries(all.map(({ name, value }) => [name, value])),
		valueLabels: Object.fromEntries(fields.map(({ name, label }) => [name, label])),
		hidden: all.filter(({ isHidden }) => isHidden).map(({ value }) => value),
	};
}

/** Where a partner has one host for all, nothing need be filled in. */
function originOf(credentials: ICredentialDataDecryptedObject, { baseUrl }: Preset): string {
	const isEmpty = baseUrl !== '' && optionalField(credentials, BASE_URL) === '';
	return isEmpty ? baseUrl : baseUrlOrigin(credentials);
}

function valueOf(credentials: ICredentialDataDecryptedObject, field: PresetField): string {
	if (field.isLong) {
		const text = trimmed(textOf(credentials[field.name], field.label));
		return text === '' && !field.isOptional ? requiredField({}, field) : text;
	}
	return field.isOptional ? optionalField(credentials, field) : requiredField(credentials, field);
}
