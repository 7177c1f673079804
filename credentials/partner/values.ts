import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { optionalField, requiredField } from '../auth/credential-fields';
import { textOf, trimmed } from '../auth/text';
import type { FieldKind } from '../recipe/recipe';
import type { PresetField } from './preset';

/** The values of a credential. */
export interface Values {
	/** Names and kinds of the values. */
	fields: Record<string, FieldKind>;
	values: Record<string, string>;
	/** Of the values, as the form calls them. */
	valueLabels: Record<string, string>;
	/** What must not be seen: secrets, and what is masked though it may be sent. */
	hidden: string[];
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

/**
 * Reads the values of the form.
 *
 * @param chosen what was chosen, by the name of the choice: a field that is shown for another choice may
 * be empty
 * @param hasFurther whether there is the list Further Values
 * @throws UserError naming the field that is empty or cannot be read
 */
export function valuesOf(
	credentials: ICredentialDataDecryptedObject,
	fields: PresetField[],
	chosen: Record<string, string>,
	hasFurther: boolean,
): Values {
	const shown = fields.map((field) =>
		isShown(field, chosen) ? field : { ...field, isOptional: true },
	);
	const further = hasFurther ? furtherValues(credentials) : [];
	const own = shown.map((field) => ({
		name: field.name,
		value: valueOf(credentials, field),
		isSecret: field.kind === 'secret',
		isHidden: field.kind === 'secret' || field.isMasked === true,
	}));
	const all: ReadValue[] = [...own, ...further];
	const twice = all.find(({ name }, index) => all.findIndex((each) => each.name === name) < index);
	if (twice) {
		throw new UserError(`Further Values has the name ${twice.name} twice`, {
			description: `Give each value a name of its own, other than ${fields.map(({ name }) => name).join(', ')}.`,
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

function valueOf(credentials: ICredentialDataDecryptedObject, field: PresetField): string {
	if (field.isLong) {
		const text = trimmed(textOf(credentials[field.name], field.label));
		return text === '' && !field.isOptional ? requiredField({}, field) : text;
	}
	return field.isOptional ? optionalField(credentials, field) : requiredField(credentials, field);
}
