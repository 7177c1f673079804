import { UserError } from 'n8n-workflow';
import { trimmed } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';

const WORDS: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };

/**
 * A switch. An expression with a blank behind its braces gives text, so the words count, too, in any
 * case, and 1 and 0.
 *
 * @param otherwise what holds where the parameter is not there, as in a collection to which it was
 * not added
 * @throws UserError naming the field where it holds anything else
 */
export function switchOf(
	parameters: Parameters,
	name: string,
	label: string,
	otherwise = false,
): boolean {
	if (!(name in parameters)) return otherwise;
	return booleanOf(parameters[name], label);
}

/** The same of a value. */
export function booleanOf(value: unknown, label: string): boolean {
	if (typeof value === 'boolean') return value;
	const isWord = typeof value === 'string' || typeof value === 'number';
	const word = isWord ? trimmed(String(value)).toLowerCase() : '';
	if (Object.hasOwn(WORDS, word)) return WORDS[word];
	throw new UserError(`${label} must be true or false`, {
		description: `Check the expression in ${label}: true, false, 1 and 0 are understood. Nothing was sent.`,
	});
}
