import { UserError } from 'n8n-workflow';
import { textOf, trimmed } from '../../credentials/auth/text';

/** More seconds than these would be in the year 5138. */
const MOST_SECONDS = 100_000_000_000;
const MOST_MILLISECONDS = 8_640_000_000_000_000;
const ISO =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A point in time: seconds or milliseconds since 1970, told apart by their size; ISO 8601, UTC where
 * no zone stands there; a date of n8n.
 *
 * @returns epoch milliseconds; undefined where the field is empty
 * @throws UserError naming the field where it is none
 */
export function timeOf(value: unknown, label: string): number | undefined {
	const text = trimmed(dateAsText(value) ?? textOf(value, label));
	if (text === '') return undefined;
	const inMs = /^\d{1,16}(\.\d{1,9})?$/.test(text) ? fromNumber(Number(text)) : fromIso(text);
	if (Number.isFinite(inMs) && inMs >= 0 && inMs <= MOST_MILLISECONDS) return inMs;
	throw new UserError(`${label} is not a time`, {
		description:
			'Enter seconds or milliseconds since 1970, such as 1700000000, or a time such as 2023-11-14T22:13:20Z. Nothing was sent.',
	});
}

function fromNumber(number: number): number {
	return Math.round(number < MOST_SECONDS ? number * 1000 : number);
}

function fromIso(text: string): number {
	const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
	if (day === undefined) return NaN;
	return Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`);
}

/** What an expression gives for a date: JavaScript's own, or Luxon's. */
function dateAsText(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (value instanceof Date)
		return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
	const { toISO } = value as { toISO?: unknown };
	return typeof toISO === 'function' ? String(toISO.call(value)) : undefined;
}
