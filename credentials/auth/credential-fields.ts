import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';

/** A field of a credential form: its name in the data and its label in the editor. */
export interface CredentialField {
	name: string;
	label: string;
}

const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * Reads an optional text field of a credential.
 *
 * @returns the value without surrounding white space; '' where nothing is filled in
 * @throws UserError naming the field where the value holds a control character (a line break pasted along)
 */
export function optionalField(
	credentials: ICredentialDataDecryptedObject,
	{ name, label }: CredentialField,
): string {
	const value = credentials[name];
	if (value === undefined || value === null) return '';
	const text = String(value).trim();
	if (CONTROL_CHARACTER.test(text)) {
		throw new UserError(`${label} contains a line break or another control character`, {
			description: `Open the credential and enter ${label} again without it.`,
		});
	}
	return text;
}

/**
 * Reads a mandatory text field of a credential.
 *
 * @returns the value without surrounding white space, never ''
 * @throws UserError naming the field where it is empty or holds a control character
 */
export function requiredField(
	credentials: ICredentialDataDecryptedObject,
	field: CredentialField,
): string {
	const value = optionalField(credentials, field);
	if (value === '') {
		throw new UserError(`${field.label} is empty`, {
			description: `Open the credential and fill in ${field.label}.`,
		});
	}
	return value;
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
	const value = requiredField(credentials, field);
	if (!/^[\u0021-\u007e]+$/.test(value)) {
		throw new UserError(`${field.label} contains a character that an HTTP header cannot carry`, {
			description: `Open the credential and enter ${field.label} exactly as the provider gave it: letters, digits and punctuation, no spaces.`,
		});
	}
	return value;
}
