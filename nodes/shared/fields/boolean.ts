import { UserError } from 'n8n-workflow';
import { trimmed } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';

const WORDS: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };

/**
 * A switch. An expression with a blank behind its braces gives text, so the words count, too, in any
 * case, and 1 and 0.
 *
 * @param otherwise what holds where the parameter is not there, as in a collection to which it was
 * not added, or its expression gives nothing
 * @throws UserError naming the field where it holds anything else
 */
export function switchOf(
	parameters: Parameters,
	name: string,
	label: string,
	otherwise = false,
): boolean {
	const value = parameters[name] as unknown;
	return value === undefined ? otherwise : booleanOf(value, label);
}

/** The same of a value; undefined where it is no switch. */
export function wordOf(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const isWord = typeof value === 'string' || typeof value === 'number';
	const word = isWord ? trimmed(String(value)).toLowerCase() : '';
	return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}

/**
 * The same of a value.
 *
 * @throws UserError naming the field where it is no switch
 */
export function booleanOf(value: unknown, label: string): boolean {
	const known = wordOf(value);
	if (known !== undefined) return known;
	throw new UserError(`${label} must be true or false`, {
		description: `Check the expression in ${label}: true, false, 1 and 0 are understood. Nothing was sent.`,
	});
}
