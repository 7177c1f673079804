const ONE_MINUTE_IN_MS = 60_000;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
	...['August', 'September', 'October', 'November', 'December'],
];

/** A date in the zone of the partner: its UTC parts are those on the wall there. */
type Part = (date: Date, offsetInMinutes: number) => string;

const padded = (value: number, length = 2) => String(value).padStart(length, '0');
const year: Part = (date) => padded(date.getUTCFullYear(), 4);
const day: Part = (date) => padded(date.getUTCDate());

/** Letters of a pattern: those of Day.js, and the two in which Luxon, which n8n uses, differs. */
const PARTS: Record<string, Part> = {
	YYYY: year,
	yyyy: year,
	YY: (date) => year(date, 0).slice(-2),
	MMMM: (date) => MONTHS[date.getUTCMonth()],
	MMM: (date) => MONTHS[date.getUTCMonth()].slice(0, 3),
	MM: (date) => padded(date.getUTCMonth() + 1),
	DD: day,
	dd: day,
	dddd: (date) => DAYS[date.getUTCDay()],
	ddd: (date) => DAYS[date.getUTCDay()].slice(0, 3),
	HH: (date) => padded(date.getUTCHours()),
	hh: (date) => padded(date.getUTCHours() % 12 || 12),
	mm: (date) => padded(date.getUTCMinutes()),
	ss: (date) => padded(date.getUTCSeconds()),
	SSS: (date) => padded(date.getUTCMilliseconds(), 3),
	ZZ: (_, offset) => zone(offset, ':'),
	Z: (_, offset) => zone(offset, ''),
};
const TOKEN = /\[([^\]]*)\]|YYYY|yyyy|YY|M{2,4}|d{2,4}|DD|HH|hh|mm|ss|SSS|ZZ?/g;

/**
 * Makes a function that writes points in time by a pattern: `YYYY`, `YY`, `MMMM` (January), `MMM`
 * (Jan), `MM`, `DD`, `dddd` (Monday), `ddd` (Mon), `HH`, `hh`, `mm`, `ss`, `SSS`, `ZZ` (+07:00), `Z`
 * (+0700). What stands in brackets, and every other character, stays as it is.
 *
 * @returns undefined where no part of a date is in the pattern. The function takes epoch
 * milliseconds and the minutes that the zone is east of UTC
 */
export function timeWriter(
	pattern: string,
): ((inMs: number, offsetInMinutes: number) => string) | undefined {
	const parts: Array<string | Part> = [];
	let end = 0;
	for (const found of pattern.matchAll(TOKEN)) {
		parts.push(pattern.slice(end, found.index));
		parts.push(found[1] ?? PARTS[found[0]]);
		end = found.index + found[0].length;
	}
	parts.push(pattern.slice(end));
	if (!parts.some((part) => typeof part === 'function')) return undefined;
	return (inMs, offset) => {
		const date = new Date(inMs + offset * ONE_MINUTE_IN_MS);
		return parts.map((part) => (typeof part === 'string' ? part : part(date, offset))).join('');
	};
}

function zone(offset: number, separator: string): string {
	const minutes = Math.abs(offset);
	const sign = offset < 0 ? '-' : '+';
	return sign + padded(Math.floor(minutes / 60)) + separator + padded(minutes % 60);
}
