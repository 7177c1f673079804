import { isDay } from './call';
import { one } from './suReplies';
import type { Fields } from './suData';
import type { Answer } from './types';

export const ONE_DAY_IN_MS = 24 * 60 * 60 * 1000;
const DAYS_AHEAD = 730;

export const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** `MM-DD-YYYY`, the form of the booking list alone. */
export function usDay(value: unknown): string | undefined {
	const [, month, day, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(String(value)) ?? [];
	return isDay(`${year}-${month}-${day}`) ? `${year}-${month}-${day}` : undefined;
}

/** Days of a range, both ends included. */
export function daysOf({ from, to }: Fields): string[] {
	const [first, last] = [Date.parse(String(from)), Date.parse(String(to))];
	const count = (last - first) / ONE_DAY_IN_MS + 1;
	return Array.from({ length: count }, (_, at) => dayAt(first + at * ONE_DAY_IN_MS));
}

/** Own choice: a day counts as past, or as too far ahead, where it is so all over the earth. */
export function spanProblem(date: unknown, now: number): Answer | undefined {
	const { from, to } = Object(date) as Fields;
	if (!isDay(from) || !isDay(to) || to < from) return one('15', 'invalid date');
	if (from < dayAt(now - ONE_DAY_IN_MS)) return one('861', 'date has passed');
	return undefined;
}

/** The logs: "only current date to max up to 730 days in the future". */
export function logSpanProblem(date: unknown, now: number, most: number): Answer | undefined {
	const problem = spanProblem(date, now);
	if (problem) return problem;
	const { from, to } = date as Fields;
	if (String(to) > dayAt(now + (DAYS_AHEAD + 1) * ONE_DAY_IN_MS)) {
		return one('15', `invalid date: at most ${DAYS_AHEAD} days in the future`);
	}
	const count = daysOf({ from, to }).length;
	return count > most ? one('15', `invalid date: at most ${most} days`) : undefined;
}
