import { UserError, type IDataObject } from 'n8n-workflow';
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
/** More decimals, of which the third on are zeros; commas between groups of three digits. */
const RECEIVED = /^(?:IDR\s*)?0*(\d{1,15}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.(\d{1,2})0*)?$/i;
/** Ten, or ten thousand: which of both depends on the country. */
const AMBIGUOUS = /^(?:IDR\s*)?\d{1,3}[.,]\d{3}$/i;

/**
 * An amount that Netzme sent: text, a number, or an object with `value` and `currency` as in SNAP.
 *
 * @returns undefined where it is no amount in rupiah, or could be two
 */
export function receivedRupiah(received: unknown): Rupiah | undefined {
	const value = isObject(received) ? valueOf(received) : received;
	const isAmount = typeof value === 'string' || typeof value === 'number';
	const text = isAmount ? String(value).trim() : '';
	if (AMBIGUOUS.test(text)) return undefined;
	const [, units, cents = ''] = RECEIVED.exec(text) ?? [];
	if (units === undefined) return undefined;
	return { units: units.replaceAll(',', ''), cents: cents.padEnd(2, '0') };
}

/**
 * An amount as Netzme writes it (`IDR 58532500.00`) or as digits (`58532500`, `58532500.00`). No
 * separators of thousands: a dot would be taken for the decimal one.
 *
 * @throws UserError naming the field
 */
export function rupiah(parameters: Parameters, name: string, label: string): Rupiah {
	const text = requiredText(parameters, name, label);
	const [, units, cents = ''] = AMOUNT.exec(text) ?? [];
	if (units !== undefined) return { units, cents: cents.padEnd(2, '0') };
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

/** Undefined where the currency is another one, or not named. */
function valueOf({ value, currency }: IDataObject): unknown {
	const isRupiah = typeof currency === 'string' && /^\s*IDR\s*$/i.test(currency);
	return isRupiah ? value : undefined;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
