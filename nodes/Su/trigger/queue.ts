import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { maskCardFields } from '../../shared/card-fields';

/** A reservation that was handed over to n8n; some 75 bytes of static data. */
export interface HandedOver {
	/** Its `reservation_notif_id`, which tells Su's repeats. */
	id: string;
	/** When, in epoch milliseconds. */
	at: number;
	isAcknowledged?: boolean;
}

/**
 * For each property, besides those in its queue: enough to tell a repeat that comes late. 15 KB of
 * static data.
 */
export const REMEMBERED_PER_PROPERTY = 200;

const TWO_HOURS_IN_MS = 2 * 60 * 60 * 1000;

/** Before the ID of a reservation that has none of its own and so can't be acknowledged. */
const NO_ID = '#';

export interface QueueOutcome {
	/** To be emitted. */
	fresh: IDataObject[];
	/** Handed over before, and still in the queue: to be acknowledged now. */
	waiting: string[];
	/**
	 * Handed over before, not acknowledged, and not in the queue: Su may hand out a reservation only
	 * once, which is not documented. To be acknowledged now, and no matter if Su doesn't find them.
	 */
	gone: string[];
	/** To be remembered; all that is fresh counts as handed over from `now` on. */
	handedOver: HandedOver[];
}

/**
 * Tells what to emit and what to acknowledge.
 *
 * What is new is emitted; what is known to have been handed over is acknowledged. What Su hands out
 * once more in between is told by its ID.
 *
 * @param reservations the queue of one property as Su hands it out
 * @param known what the last poll returned as `handedOver`, as far as n8n has stored its execution
 * @param now epoch milliseconds
 * @param repeatAfter milliseconds; where the workflow acknowledges, not the trigger: what is still in
 * the queue after that time is emitted once more, as the workflow has failed
 */
export function judgeQueue(
	reservations: IDataObject[],
	known: HandedOver[],
	now: number,
	repeatAfter?: number,
): QueueOutcome {
	const queue = new Set(reservations.map(idOf));
	// Two entries of the same ID that differ are both output, as those of one push are.
	const distinct = new Map(reservations.map((each) => [JSON.stringify(each), each]));
	const byId = new Map(known.map((each) => [each.id, each]));
	const isDue = (id: string) =>
		repeatAfter !== undefined && now - (byId.get(id)?.at ?? now) >= repeatAfter;
	const fresh = [...queue].filter((id) => !byId.has(id) || isDue(id));
	const before = known.filter(({ id }) => !fresh.includes(id));
	const inQueue = before.filter(({ id }) => queue.has(id));
	const others = before.filter(({ id }) => !queue.has(id));
	const gone = others.filter(({ at, isAcknowledged }) => {
		return !isAcknowledged && now - at < TWO_HOURS_IN_MS;
	});
	const byTrigger = repeatAfter === undefined;
	return {
		fresh: [...distinct.values()].filter((each) => fresh.includes(idOf(each))),
		waiting: byTrigger ? acknowledgeable(inQueue) : [],
		gone: byTrigger ? acknowledgeable(gone) : [],
		handedOver: [
			...others.slice(-REMEMBERED_PER_PROPERTY),
			...inQueue,
			...fresh.map((id) => ({ id, at: now })),
		],
	};
}

/** The same, with these marked as acknowledged. */
export function markAcknowledged(handedOver: HandedOver[], ids: string[]): HandedOver[] {
	return handedOver.map((each) =>
		ids.includes(each.id) ? { ...each, isAcknowledged: true } : each,
	);
}

/** The IDs by which Su can be told. */
export const acknowledgeable = (entries: HandedOver[]): string[] =>
	entries.map(({ id }) => id).filter((id) => !id.startsWith(NO_ID));

/** Without an ID of its own, a reservation is told by its content, payment cards left out. */
export function idOf(reservation: IDataObject): string {
	const id = reservation.reservation_notif_id ?? '';
	if (id !== '') return String(id);
	const text = JSON.stringify(maskCardFields(reservation));
	return NO_ID + createHash('sha256').update(text).digest('base64url').slice(0, 20);
}
