import { UserError } from 'n8n-workflow';
import { textOf, trimmed, visible } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';

/**
 * A text that may be missing: words for people, in which any character may stand.
 *
 * @param label as shown in the editor
 * @returns the value without white space and invisible characters at its ends; '' where there is none
 * @throws UserError naming the field where the value is no text, as {@link textOf}
 */
export function optionalText(parameters: Parameters, name: string, label: string): string {
	return trimmed(textOf(parameters[name], label));
}

/**
 * The same, mandatory.
 *
 * @returns never ''
 * @throws UserError naming the field where it is empty or no text
 */
export function requiredText(parameters: Parameters, name: string, label: string): string {
	return filledIn(optionalText(parameters, name, label), label);
}

/**
 * An ID, a code, an address or the like that may be missing: what is compared character by character.
 *
 * @returns as {@link optionalText}
 * @throws UserError naming the field, also where an invisible or control character stands inside it
 */
export function optionalId(parameters: Parameters, name: string, label: string): string {
	const text = visible(optionalText(parameters, name, label), label);
	if (!/\p{Cc}/u.test(text)) return text;
	throw new UserError(`${label} contains a line break or another control character`, {
		description: `Check ${label} in the node: it takes one value in one line. Nothing was sent.`,
	});
}

/** The same, mandatory: never ''. */
export function requiredId(parameters: Parameters, name: string, label: string): string {
	return filledIn(optionalId(parameters, name, label), label);
}

/** An ID as a step of a path: URL-encoded, so that it stays one step. */
export function requiredPathStep(parameters: Parameters, name: string, label: string): string {
	const value = requiredId(parameters, name, label);
	if (value === '.' || value === '..') {
		throw new UserError(`${label} is not valid`, { description: `Check ${label} in the node.` });
	}
	return encodeURIComponent(value);
}

/**
 * A text as it is, white space included.
 *
 * @throws UserError naming the field where it is no text, or the expression in it gives nothing
 */
export function exactText(value: unknown, label: string): string {
	if (value === undefined || value === null) throw empty(label);
	return textOf(value, label);
}

/**
 * One of the choices of a list in the editor.
 *
 * @param choices their values
 * @throws UserError naming the field where an expression gives anything else
 */
export function requiredChoice<T extends string>(
	parameters: Parameters,
	name: string,
	label: string,
	choices: readonly T[],
): T {
	const value = parameters[name] as unknown;
	const chosen = choices.find((choice) => choice === value);
	if (chosen !== undefined) return chosen;
	throw new UserError(`${label} must be one of ${choices.join(', ')}`, {
		description: `Choose ${label} in the node, or check what its expression gives. Nothing was sent.`,
	});
}

/**
 * Whether a field is left empty, so that something else is taken: the credential's merchant, a new ID.
 * An expression that gives nothing is no empty field: something else than the user meant would be
 * taken in silence.
 *
 * @throws UserError naming the field where its expression gives nothing, or no text
 */
export function isLeftEmpty(parameters: Parameters, name: string, label: string): boolean {
	if (!(name in parameters)) return true;
	const value = parameters[name];
	if (value !== undefined && value !== null) return optionalText(parameters, name, label) === '';
	throw new UserError(`${label} is empty`, {
		description: `The expression in ${label} gives nothing for this item. Correct it, or clear the field. Nothing was sent.`,
	});
}

export function empty(label: string): UserError {
	return new UserError(`${label} is empty`, {
		description: `Fill in ${label} in the node, or in the credential where it has such a field. Nothing was sent.`,
	});
}

function filledIn(text: string, label: string): string {
	if (text === '') throw empty(label);
	return text;
}
