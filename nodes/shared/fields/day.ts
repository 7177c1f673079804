import { UserError } from 'n8n-workflow';
import { textOf, trimmed } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';
import { empty } from './text';

/** The hint of every field for a day. */
export const DAY_HINT =
	"A time with a time zone becomes the day in the workflow's time zone; midnight UTC stays that day";

/** Where a workflow has none. */
const UTC_ZONE = 'UTC';

/** A day; a day and a time of day; the two with a zone. The editor writes a blank in place of the T. */
const MOMENT =
	/^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?(?: ?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?)?$/i;
const UTC = /^(Z|[+-]00(:?00)?)$/i;

/**
 * A calendar day. A plain day and a moment without zone are taken as they are. A moment with a zone
 * becomes the day in the time zone of the workflow, which is n8n's own convention; one at exactly
 * midnight UTC, as databases write days, stays that day.
 *
 * @param zone of the workflow, an IANA name such as `Asia/Jakarta`
 * @returns `YYYY-MM-DD`
 * @throws UserError naming the field where it is no date
 */
export function requiredDay(
	parameters: Parameters,
	name: string,
	label: string,
	zone = UTC_ZONE,
): string {
	const value = parameters[name] as unknown;
	const text = trimmed(writtenDay(value) ?? textOf(value, label));
	if (text === '') throw empty(label);
	const [, day, hour, minute, second, offset] = MOMENT.exec(text) ?? [];
	if (day === undefined || !isCalendarDay(day)) {
		throw new UserError(`${label} is not a date`, {
			description: 'Enter a date such as 2026-01-31.',
		});
	}
	if (offset === undefined) return day;
	const isMidnight = /^0+$/.test(hour + minute + (second ?? '')) && !/[.,]\d*[1-9]/.test(text);
	if (isMidnight && UTC.test(offset)) return day;
	return dayIn(zone, new Date(`${day}T${hour}:${minute}:${second ?? '00'}${isoOffset(offset)}`));
}

/** The day of a Luxon value, which has a zone of its own; a JavaScript date as a moment in UTC. */
function writtenDay(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if ('toISODate' in value && typeof value.toISODate === 'function') {
		return String((value.toISODate as () => unknown)() ?? '');
	}
	if (!(value instanceof Date)) return undefined;
	return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
}

function isoOffset(offset: string): string {
	if (/^z$/i.test(offset)) return 'Z';
	const digits = offset.replace(':', '').padEnd(5, '0');
	return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

function dayIn(timeZone: string, moment: Date): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).formatToParts(moment);
	const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
	return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** JavaScript takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
