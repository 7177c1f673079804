import { UserError } from 'n8n-workflow';
import { requiredDay } from '../shared/fields/day';
import type { Parameters } from '../shared/provider';

const ONE_DAY_IN_MS = 24 * 60 * 60 * 1000;

/** From the document, "Rates & Inventory Logs (Future Date)": "max up to 730 days in the future". */
const DAYS_AHEAD = 730;
const MONTHS_BACK = 6;

/** Calendar days as `YYYY-MM-DD`, both of them included. */
export interface DayRange {
	from: string;
	to: string;
}

/**
 * The range that the parameters `from` and `to` hold.
 *
 * @param timezone of the workflow, in which days are read
 * @param where put before the name of a field where there are several ranges, e.g. `Room 1: `
 * @throws UserError where one of them is no day of the calendar, or they are in the wrong order
 */
export function dayRange(parameters: Parameters, timezone?: string, where = ''): DayRange {
	const from = requiredDay(parameters, 'from', `${where}From`, timezone);
	const to = requiredDay(parameters, 'to', `${where}To`, timezone);
	if (to < from) {
		throw new UserError(`${where}To is before From`, {
			description: `From is ${from} and To is ${to}. Choose a To that is not before From.`,
		});
	}
	return { from, to };
}

/**
 * Refuses days that Su refuses with code 861, "date has passed".
 *
 * @throws UserError naming the field
 */
export function assertNotPast({ from }: DayRange, where = ''): void {
	// Days are the property's own. West of Greenwich a day lasts up to twelve hours longer than in
	// UTC, so that yesterday in UTC may still be today there: Su decides about that one.
	if (from >= addDays(today(), -1)) return;
	throw new UserError(`${where}From is in the past`, {
		description: `From is ${from}. Su takes days from today on only.`,
	});
}

/**
 * Refuses days farther ahead than Su keeps rates and inventory for.
 *
 * @throws UserError naming the field
 */
export function assertNotTooFarAhead({ to }: DayRange): void {
	// East of Greenwich it may be tomorrow already.
	const latest = addDays(today(), DAYS_AHEAD + 1);
	if (to <= latest) return;
	throw new UserError(`To is more than ${DAYS_AHEAD} days ahead`, {
		description: `To is ${to}. Choose ${addDays(today(), DAYS_AHEAD)} or an earlier day.`,
	});
}

/**
 * Refuses days for which Su lists no bookings: it goes back six months (document, "List of
 * Bookings").
 *
 * @throws UserError naming the field
 */
export function assertWithinBookingPeriod({ from, to }: DayRange): void {
	const earliest = monthsAgo(MONTHS_BACK);
	if (from < addDays(earliest, -1)) {
		throw new UserError(`From is more than ${MONTHS_BACK} months ago`, {
			description: `From is ${from}. Su lists bookings of the last ${MONTHS_BACK} months: choose ${earliest} or a later day.`,
		});
	}
	if (to > addDays(today(), 1)) {
		throw new UserError('To is in the future', {
			description: `To is ${to}, and bookings are listed by the day on which they were made. Choose today or an earlier day.`,
		});
	}
}

/** The first part of a range, of so many days at most. */
export function firstWindow({ from, to }: DayRange, days: number): DayRange {
	const end = addDays(from, days - 1);
	return { from, to: end < to ? end : to };
}

/**
 * The part of a range after the one that ended with `lastDay`.
 *
 * @returns undefined where nothing of the range is left
 */
export function nextWindow(range: DayRange, lastDay: string, days: number): DayRange | undefined {
	if (lastDay >= range.to) return undefined;
	return firstWindow({ from: addDays(lastDay, 1), to: range.to }, days);
}

/** `YYYY-MM-DD` as `MM-DD-YYYY`, the form in which Su lists bookings. */
export function toUsDay(day: string): string {
	const [year, month, date] = day.split('-');
	return `${month}-${date}-${year}`;
}

/** `MM-DD-YYYY` as `YYYY-MM-DD`. */
export function fromUsDay(day: string): string {
	const [month, date, year] = day.split('-');
	return `${year}-${month}-${date}`;
}

function today(): string {
	return new Date().toISOString().slice(0, 10);
}

function addDays(day: string, days: number): string {
	const at = Date.parse(`${day}T00:00:00Z`) + days * ONE_DAY_IN_MS;
	return new Date(at).toISOString().slice(0, 10);
}

/** Today's day of an earlier month, or the last day of that month where it has no such day. */
function monthsAgo(months: number): string {
	const [year, month, date] = today().split('-').map(Number);
	const lastDate = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
	const at = Date.UTC(year, month - 1 - months, Math.min(date, lastDate));
	return new Date(at).toISOString().slice(0, 10);
}
