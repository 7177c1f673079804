import type { IPollFunctions } from 'n8n-workflow';
import { triggerOf } from '../../shared/trigger/poll';
import type { HandedOver } from './queue';

/**
 * So long the end of an execution is waited for; n8n does not always tell of it. After that Su has a
 * quarter of its hour left to hand the reservation out again.
 */
const LOST_AFTER_MS = 45 * 60_000;

/**
 * What only this process knows of the reservations of one trigger. A process that dies forgets it:
 * what was not acknowledged is handed out by Su and emitted again.
 */
export class OnTheirWay {
	/**
	 * When it was emitted, in milliseconds of `performance.now()`, by `hotelid` and ID; as long as its
	 * execution and acknowledgement last.
	 */
	private readonly waiting = new Map<string, number>();
	/** By `hotelid`: what has arrived since the last poll noted it in the static data. */
	private readonly arrived = new Map<string, HandedOver[]>();

	/** Then it is to be left alone. */
	has(hotelId: string, id: string): boolean {
		const since = this.waiting.get(keyOf(hotelId, id));
		return since !== undefined && performance.now() - since < LOST_AFTER_MS;
	}

	/** What is known to have arrived: as stored, and since then. */
	known(hotelId: string, stored: HandedOver[]): HandedOver[] {
		const since = (this.arrived.get(hotelId) ?? []).filter(
			({ id }) => !stored.some((each) => each.id === id),
		);
		this.arrived.set(hotelId, since);
		return [...stored, ...since];
	}

	/** They were emitted just now. */
	begin(hotelId: string, ids: string[]): void {
		for (const id of ids) this.waiting.set(keyOf(hotelId, id), performance.now());
	}

	/**
	 * Their execution is over, and so is their acknowledgement.
	 *
	 * @param outcome what there is to remember; nothing where n8n has no execution
	 */
	end(hotelId: string, ids: string[], outcome: HandedOver[]): void {
		this.arrived.set(hotelId, [...(this.arrived.get(hotelId) ?? []), ...outcome]);
		for (const id of ids) this.waiting.delete(keyOf(hotelId, id));
	}
}

const keyOf = (hotelId: string, id: string): string => JSON.stringify([hotelId, id]);

/** By workflow id and node id; a few bytes for each trigger of this process. */
const byTrigger = new Map<string, OnTheirWay>();

/** The same one for all polls of a trigger in this process. */
export function onTheirWayOf(context: IPollFunctions): OnTheirWay {
	const trigger = triggerOf(context);
	const found = byTrigger.get(trigger) ?? new OnTheirWay();
	byTrigger.set(trigger, found);
	return found;
}
