import { UserError } from 'n8n-workflow';
import { textOf, trimmed } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';
import { empty } from './text';

/**
 * The longest time that a timer takes, in milliseconds; for more, Node.js takes 1 (Node.js
 * documentation, "Timers", setTimeout).
 */
export const LONGEST_TIMER_IN_MS = 2_147_483_647;

/** A number as people write it, without an exponent, separators or a point at its end. */
const DECIMAL = /^-?\d+(?:\.(\d+))?$/;

/**
 * A whole number.
 *
 * @throws UserError naming the field where it is none, or below `least` or above `most`
 */
export function requiredInteger(
	parameters: Parameters,
	name: string,
	label: string,
	least: number,
	most = Number.MAX_SAFE_INTEGER,
): number {
	const value = decimalOf(parameters, name, label, 0);
	if (value !== undefined && value >= least && value <= most) return value;
	throw new UserError(
		most === Number.MAX_SAFE_INTEGER
			? `${label} must be a whole number of at least ${least}`
			: `${label} must be a whole number from ${least} to ${most}`,
		{
			description: `Check ${label} in the node. Write it in digits only, e.g. 5000. Nothing was sent.`,
		},
	);
}

/**
 * A number in digits, with a point where it has decimals.
 *
 * @param decimals how many there may be at most
 * @returns undefined where it is no such number; the caller says what is wanted in its place
 * @throws UserError naming the field where it is empty
 */
export function decimalOf(
	parameters: Parameters,
	name: string,
	label: string,
	decimals: number,
): number | undefined {
	const value = parameters[name] as unknown;
	if (value === undefined || value === null) throw empty(label);
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	if (typeof value === 'number' && !isExact(value)) return undefined;
	const text = trimmed(textOf(value, label));
	if (text === '') throw empty(label);
	const [isWritten, fraction = ''] = DECIMAL.exec(text) ?? [];
	const number = Number(text);
	if (isWritten === undefined || fraction.length > decimals || !isExact(number)) return undefined;
	// Minus zero is zero.
	return number + 0;
}

function isExact(value: number): boolean {
	return Math.abs(value) <= Number.MAX_SAFE_INTEGER && !String(value).includes('e');
}
