import type { IDataObject } from 'n8n-workflow';
import { answerMap } from '../../answers';
import { isObject } from '../../fields';

/**
 * One item per day and room. The answer is an object by day, and in that by room ID: `{"2026-01-31":
 * {"DBL": {"inventory": "10", "rateplan": {...}}}}` (document, "Bulk Rates & Inventory Logs (Future
 * Date)"). An answer without days is handed on as it is.
 *
 * @throws UserError where the answer is no JSON object
 */
export function dayItems(body: unknown): IDataObject[] {
	const answer = answerMap(body);
	if (Object.keys(answer).length === 0) return [];
	const days = Object.entries(answer).filter(([name]) => /^\d{4}-\d{2}-\d{2}$/.test(name));
	return days.length === 0 ? [answer] : days.flatMap(([date, day]) => roomItems(date, day));
}

function roomItems(date: string, day: unknown): IDataObject[] {
	if (!isObject(day)) return [];
	// The log of a single room may leave out the level of the rooms.
	if ('inventory' in day || 'rateplan' in day) return [{ date, ...day }];
	return Object.entries(day).map(([roomid, room]) => ({
		date,
		roomid,
		...(isObject(room) ? room : { inventory: room }),
	}));
}
