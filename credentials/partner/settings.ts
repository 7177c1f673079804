import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceField, optionalField, requiredField } from '../auth/credential-fields';
import { textOf, trimmed } from '../auth/text';
import { parseRecipe } from '../recipe/read-recipe';
import type { FieldKind } from '../recipe/recipe';
import { customRecipe } from './custom-recipe';
import type { PresetField } from './preset';
import { PRESETS } from './presets';

export const SCHEME = { name: 'scheme', label: 'Scheme' };
export const RECIPE = { name: 'recipe', label: 'Recipe (JSON)' };

const SCHEMES = ['custom', 'json', ...PRESETS.map(({ value }) => value)];

/** The values that Custom and Recipe (JSON) have; a preset has its own. */
export const VALUES: PresetField[] = [
	{ name: 'id', label: 'ID', kind: 'open', isOptional: true },
	{ name: 'secret', label: 'Secret', kind: 'secret', isOptional: true },
	{ name: 'privateKey', label: 'Private Key', kind: 'secret', isOptional: true, isLong: true },
];

/** What a credential says, whichever way its form was filled in. */
export interface Settings {
	/** Of the recipe: the same for every request of a credential that was not changed. */
	id: string;
	/** Asked for once for each `id`, as it takes longer than signing. */
	recipe(): unknown;
	/** Where an error names a place of the recipe, the field of the form behind it. */
	labels(): Record<string, string>;
	/** Names and kinds of the values. */
	fields: Record<string, FieldKind>;
	values: Record<string, string>;
	/** What must not be seen: secrets, and what is masked though it may be sent. */
	hidden: string[];
}

/**
 * Reads the form.
 *
 * @throws UserError naming the field that is empty or cannot be read
 */
export function settingsOf(credentials: ICredentialDataDecryptedObject): Settings {
	const scheme = choiceField(credentials, SCHEME, SCHEMES);
	const preset = PRESETS.find(({ value }) => value === scheme);
	if (preset) {
		const { fields, recipe, value } = preset;
		const labels = () =>
			Object.fromEntries(
				fields.flatMap(
					({ name, label }) =>
						recipe.steps?.map((_, index) => [`steps[${index}].key ({${name}})`, label]) ?? [],
				),
			);
		return { id: value, recipe: () => recipe, labels, ...valuesOf(credentials, fields, []) };
	}
	const values = valuesOf(credentials, VALUES, furtherValues(credentials));
	const names = JSON.stringify(values.fields);
	if (scheme === 'custom') return { ...customRecipe(credentials, names), ...values };
	const json = credentials[RECIPE.name];
	// An expression may give an object.
	const text = typeof json === 'object' ? JSON.stringify(json) : textOf(json, RECIPE.label);
	if (text.trim() === '') requiredField({}, RECIPE);
	return { id: names + text, recipe: () => parseRecipe(text), labels: () => ({}), ...values };
}

interface FurtherValue {
	name: string;
	value: string;
	isSecret: boolean;
}

function furtherValues(credentials: ICredentialDataDecryptedObject): FurtherValue[] {
	const { entry = [] } = (credentials.values ?? {}) as { entry?: Array<Record<string, unknown>> };
	return entry.map(({ name, value, mayBeSent }, index) => {
		const label = `Further Values, entry ${index + 1}`;
		return {
			name: trimmed(textOf(name, `Name of ${label}`)),
			value: trimmed(textOf(value, `Value of ${label}`)),
			isSecret: mayBeSent !== true,
		};
	});
}

function valuesOf(
	credentials: ICredentialDataDecryptedObject,
	fields: PresetField[],
	further: FurtherValue[],
): Pick<Settings, 'fields' | 'values' | 'hidden'> {
	const read = fields.map((field) => ({
		name: field.name,
		value: valueOf(credentials, field),
		isSecret: field.kind === 'secret',
	}));
	const twice = further.find(({ name }, index) =>
		[...read, ...further.slice(0, index)].some((other) => other.name === name),
	);
	if (twice) {
		throw new UserError(`Further Values has the name ${twice.name} twice`, {
			description: 'Give each value a name of its own, other than id, secret and privateKey.',
		});
	}
	const all = [...read, ...further];
	return {
		fields: Object.fromEntries(
			all.map(({ name, isSecret }) => [name, isSecret ? 'secret' : 'open']),
		),
		values: Object.fromEntries(all.map(({ name, value }) => [name, value])),
		hidden: [...all.filter(({ isSecret }) => isSecret), ...further].map(({ value }) => value),
	};
}

function valueOf(credentials: ICredentialDataDecryptedObject, field: PresetField): string {
	if (field.isLong) {
		const text = trimmed(textOf(credentials[field.name], field.label));
		return text === '' && !field.isOptional ? requiredField({}, field) : text;
	}
	return field.isOptional ? optionalField(credentials, field) : requiredField(credentials, field);
}
