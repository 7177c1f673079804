import { UserError } from 'n8n-workflow';
import { requiredText } from '../shared/fields/text';
import type { Parameters } from '../shared/provider';

/** An amount in rupiah, as digits; both without superfluous zeros at the front. */
export interface Rupiah {
	/** At most 15 digits, so that it is exact as a number too. */
	units: string;
	/** Two digits. */
	cents: string;
}

/** Fifteen digits are exact in a JSON number. */
const AMOUNT = /^(?:IDR\s*)?0*(\d{1,15})(?:\.(\d{1,2}))?$/i;

/** The same of what Netzme sent: text, or a number; undefined where it is no amount. */
export function rupiahOf(value: unknown): Rupiah | undefined {
	const isAmount = typeof value === 'string' || typeof value === 'number';
	const [, units, cents = ''] = AMOUNT.exec(isAmount ? String(value).trim() : '') ?? [];
	return units === undefined ? undefined : { units, cents: cents.padEnd(2, '0') };
}

/**
 * An amount as Netzme writes it (`IDR 58532500.00`) or as digits (`58532500`, `58532500.00`). No
 * separators of thousands: a dot would be taken for the decimal one.
 *
 * @throws UserError naming the field
 */
export function rupiah(parameters: Parameters, name: string, label: string): Rupiah {
	const amount = rupiahOf(requiredText(parameters, name, label));
	if (amount) return amount;
	throw new UserError(`${label} is not an amount`, {
		description: 'Enter an amount such as 58532500 or IDR 58532500.00. Nothing was sent.',
	});
}

/**
 * An amount for a field that takes a JSON integer.
 *
 * @throws UserError naming the field where the amount is zero or has cents
 */
export function wholeRupiah(parameters: Parameters, name: string, label: string): number {
	const { units, cents } = rupiah(parameters, name, label);
	if (cents !== '00' || units === '0') {
		throw new UserError(`${label} must be a whole number of rupiah, at least 1`, {
			description: 'Netzme takes no fractions here. Nothing was sent.',
		});
	}
	return Number(units);
}

/** An amount in the words of Netzme: `IDR 200000.00`. */
export function asText({ units, cents }: Rupiah): string {
	return `IDR ${units}.${cents}`;
}
