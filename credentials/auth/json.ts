import type { IDataObject } from 'n8n-workflow';

/**
 * A JSON text as an object; undefined where it is not JSON, or a list or a single value.
 *
 * @param parse {@link parseExactly} for what a provider says of its IDs
 */
export function parseJsonObject(
	text: string,
	parse: (json: string) => unknown = JSON.parse,
): IDataObject | undefined {
	const value = withoutThrowing(text, parse);
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as IDataObject) : undefined;
}

/** A number that an answer gives as number or text; NaN for anything else, also for null and ''. */
export function numberOf(value: unknown): number {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
		? Number(value)
		: NaN;
}

function withoutThrowing(text: string, parse: (json: string) => unknown): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}

/** A number as a JSON text has it, and where it begins. */
interface WrittenNumber {
	at: number;
	digits: string;
}

/** The numbers of a JSON text that stand outside its strings. */
export function* numbersIn(json: string): Generator<WrittenNumber> {
	const token = /"|-?\d[\d.eE+-]*/g;
	for (let found = token.exec(json); found; found = token.exec(json)) {
		if (found[0] === '"') token.lastIndex = endOfString(json, found.index);
		else yield { at: found.index, digits: found[0] };
	}
}

/**
 * Whether JavaScript reads a number of a JSON text as another one: a whole number of so many digits
 * that the last ones are lost, or one too large for it.
 */
export function isLost(digits: string): boolean {
	const number = Number(digits);
	if (!Number.isFinite(number)) return true;
	return /^-?\d{16,}$/.test(digits) && digits !== String(number);
}

/**
 * The same of any number that somebody typed: also one whose whole part loses digits, and one so small
 * that nothing is left of it. Decimals beyond the seventeenth digit mean nothing to anybody.
 */
export function isRounded(digits: string): boolean {
	if (isLost(digits)) return true;
	if (Number(digits) === 0) return significant(digits) !== '';
	const hasLongWholePart = /^-?\d{16,}[.e]/i.test(digits);
	return hasLongWholePart && significant(digits) !== significant(String(Number(digits)));
}

/** The digits that count: no sign, point, exponent, nor zeros at the ends. */
function significant(digits: string): string {
	const [mantissa] = digits.toLowerCase().split('e');
	return mantissa.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
}

/**
 * Parses JSON. Numbers that JavaScript would change become text, digit by digit, such as an ID of
 * twenty digits.
 *
 * @throws SyntaxError where it is not JSON
 */
export function parseExactly(json: string): unknown {
	const parsed: unknown = JSON.parse(json);
	if (!/\d{16}|\de/i.test(json)) return parsed;
	let exact = '';
	let end = 0;
	for (const { at, digits } of numbersIn(json)) {
		if (!isLost(digits)) continue;
		exact += `${json.slice(end, at)}"${digits}"`;
		end = at + digits.length;
	}
	return end === 0 ? parsed : JSON.parse(exact + json.slice(end));
}

/** The place behind the string that begins at `start`. */
function endOfString(json: string, start: number): number {
	for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
		let backslashes = 0;
		while (json[quote - 1 - backslashes] === '\\') backslashes += 1;
		if (backslashes % 2 === 0) return quote + 1;
	}
	return json.length;
}

/**
 * A member of parsed JSON.
 *
 * @param path its name, with dots for nested members and numbers for entries of a list, such as
 * `data.items.0.id`; a name may itself have dots
 * @returns undefined where there is none
 */
export function valueAt(value: unknown, path: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	if (Object.hasOwn(value, path)) return (value as Record<string, unknown>)[path];
	for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
		const name = path.slice(0, dot);
		if (!Object.hasOwn(value, name)) continue;
		const found = valueAt((value as Record<string, unknown>)[name], path.slice(dot + 1));
		if (found !== undefined) return found;
	}
	return undefined;
}
