import type { IPollFunctions } from 'n8n-workflow';
import type { HandedOver } from './queue';

/**
 * What only this process knows of the reservations of one trigger. A process that dies forgets it:
 * what was not acknowledged is handed out by Su and emitted again.
 */
export class OnTheirWay {
	/** `hotelid` and ID of what was emitted, as long as its execution and acknowledgement last. */
	private readonly waiting = new Set<string>();
	/** By `hotelid`: what has arrived since the last poll noted it in the static data. */
	private readonly arrived = new Map<string, HandedOver[]>();

	/** Then it is to be left alone. */
	has(hotelId: string, id: string): boolean {
		return this.waiting.has(keyOf(hotelId, id));
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
		for (const id of ids) this.waiting.add(keyOf(hotelId, id));
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
	const trigger = `${context.getWorkflow().id}:${context.getNode().id}`;
	const found = byTrigger.get(trigger) ?? new OnTheirWay();
	byTrigger.set(trigger, found);
	return found;
}
