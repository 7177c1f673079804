import type { TimestampSettings } from './recipe';

const SECOND = 1000;
const DEFAULT_TOLERANCE_IN_SECONDS = 300;
/** ISO 8601 with a zone: without one nobody knows which moment it is. */
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * Why a notification is too old or too new.
 *
 * @param text its time, as it was read
 * @param nowInMs by the clock of this machine
 * @returns undefined where it is neither
 */
export function ageRefusal(
	text: string,
	{ unit = 's', tolerance = DEFAULT_TOLERANCE_IN_SECONDS }: TimestampSettings,
	nowInMs: number,
): string | undefined {
	const sentAt = momentOf(text.trim(), unit);
	if (sentAt === undefined) return 'its time cannot be read';
	const age = nowInMs - sentAt;
	if (Math.abs(age) <= tolerance * SECOND) return undefined;
	return age > 0 ? 'it is too old' : 'it is of the future';
}

/** Epoch milliseconds; undefined where it is none. */
function momentOf(text: string, unit: NonNullable<TimestampSettings['unit']>): number | undefined {
	if (unit === 'iso') {
		const moment = ISO.test(text) ? Date.parse(text) : NaN;
		return Number.isNaN(moment) ? undefined : moment;
	}
	if (!/^\d{1,17}(\.\d{1,9})?$/.test(text)) return undefined;
	return Number(text) * (unit === 's' ? SECOND : 1);
}
