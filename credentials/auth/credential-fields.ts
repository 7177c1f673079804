import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readBoolean } from './boolean';
import { findInvisible, isPlain, textOf, trimmed, visible } from './text';

/** A field of a credential form: its name in the data and its label in the editor. */
export interface CredentialField {
	name: string;
	label: string;
}

const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * Reads an optional text field of a credential.
 *
 * @returns the value without white space and invisible characters at its ends; '' where nothing is
 * filled in
 * @throws UserError naming the field where the value is no text, or holds a control character (a
 * line break pasted along) or an invisible one
 */
export function optionalField(
	credentials: ICredentialDataDecryptedObject,
	field: CredentialField,
): string {
	const line = lineOf(credentials, field);
	if (isPlain(line)) return line;
	return inCredential(field, () => visible(line, field.label));
}

/**
 * Reads a mandatory text field of a credential.
 *
 * @returns as {@link optionalField}, never ''
 * @throws UserError naming the field where it is empty, or as {@link optionalField}
 */
export function requiredField(
	credentials: ICredentialDataDecryptedObject,
	field: CredentialField,
): string {
	return filledIn(optionalField(credentials, field), field);
}

/**
 * Reads a mandatory field whose value travels in an HTTP header as it is.
 *
 * @throws UserError naming the field where it is empty or holds anything but visible ASCII characters
 */
export function headerField(
	credentials: ICredentialDataDecryptedObject,
	field: CredentialField,
): string {
	const value = filledIn(lineOf(credentials, field), field);
	if (!/^[\u0021-\u007e]+$/.test(value)) {
		const invisible = findInvisible(value);
		const hint = invisible ? `It has a ${invisible.name} at position ${invisible.position}. ` : '';
		throw new UserError(`${field.label} contains a character that an HTTP header cannot carry`, {
			description: `${hint}Open the credential and enter ${field.label} exactly as the provider gave it: letters, digits and punctuation, no spaces.`,
		});
	}
	return value;
}

/**
 * Reads a list of choices.
 *
 * @param choices their values; the first one holds for a credential stored before the field was there
 * @throws UserError naming the field where an expression gives anything else
 */
export function choiceField<T extends string>(
	credentials: ICredentialDataDecryptedObject,
	field: CredentialField,
	choices: readonly T[],
): T {
	const { name, label } = field;
	if (!(name in credentials)) return choices[0];
	const text = trimmedText(credentials, field);
	const chosen = choices.find((choice) => choice === text);
	if (chosen !== undefined) return chosen;
	throw new UserError(`${label} must be one of ${choices.join(', ')}`, {
		description: `Open the credential and choose ${label}, or check what its expression gives. Nothing was sent.`,
	});
}

/**
 * Reads a switch; one that was not there when the credential was stored is off.
 *
 * @throws UserError naming the field where it holds anything but true, false, 1 and 0
 */
export function switchField(
	credentials: ICredentialDataDecryptedObject,
	{ name, label }: CredentialField,
): boolean {
	if (!(name in credentials)) return false;
	const read = readBoolean(credentials[name]);
	if (read !== undefined) return read;
	throw new UserError(`${label} must be true or false`, {
		description: `Open the credential and check the expression in ${label}: true, false, 1 and 0 are understood. Nothing was sent.`,
	});
}

function lineOf(credentials: ICredentialDataDecryptedObject, field: CredentialField): string {
	const text = trimmedText(credentials, field);
	if (isPlain(text) || !CONTROL_CHARACTER.test(text)) return text;
	throw new UserError(`${field.label} contains a line break or another control character`, {
		description: `Open the credential and enter ${field.label} again without it.`,
	});
}

function trimmedText(credentials: ICredentialDataDecryptedObject, field: CredentialField): string {
	const value = credentials[field.name];
	if (typeof value === 'string' && isPlain(value)) return value;
	return inCredential(field, () => trimmed(textOf(value, field.label)));
}

function filledIn(value: string, { label }: CredentialField): string {
	if (value !== '') return value;
	throw new UserError(`${label} is empty`, {
		description: `Open the credential and fill in ${label}.`,
	});
}

function inCredential<T>(field: CredentialField, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw withPlace(error, field);
	}
}

/** What reads a value does not know where it comes from. */
function withPlace(error: unknown, { label }: CredentialField): unknown {
	if (!(error instanceof UserError)) return error;
	const description = `Open the credential and correct ${label}. ${error.description ?? ''}`;
	return Object.assign(error, { description });
}
