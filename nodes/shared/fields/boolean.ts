import { UserError } from 'n8n-workflow';
import { readBoolean } from '../../../credentials/auth/boolean';
import type { Parameters } from '../provider';

/**
 * A switch, as {@link readBoolean} understands it.
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

/**
 * The same of a value.
 *
 * @throws UserError naming the field where it is no switch
 */
export function booleanOf(value: unknown, label: string): boolean {
	const read = readBoolean(value);
	if (read !== undefined) return read;
	throw new UserError(`${label} must be true or false`, {
		description: `Check the expression in ${label}: true, false, 1 and 0 are understood. Nothing was sent.`,
	});
}
