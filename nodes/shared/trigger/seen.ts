import type { IDataObject } from 'n8n-workflow';

/**
 * What one trigger has emitted lately, so that a repeat is told from a new notification. Kept in
 * the memory of the process, and in the workflow's static data for the next start of n8n.
 */
export interface Seen {
	/** Oldest first. */
	emitted: Set<string>;
	/** On their way: whether they were taken in the end. */
	pending: Map<string, Promise<boolean>>;
}

/** In static data: some 50 KB with ids of 40 characters. */
export const IDS_STORED = 1_000;
const IDS_REMEMBERED = 10_000;
const TRIGGERS_KEPT = 500;
const STORED = 'emitted';

const triggers = new Map<string, Seen>();

/**
 * The memory of a trigger, with what its static data holds.
 *
 * @param trigger identifies the node: workflow id and node id
 */
export function seenBy(trigger: string, staticData: IDataObject): Seen {
	const seen = triggers.get(trigger) ?? { emitted: new Set(), pending: new Map() };
	// Set again to be the youngest: a Map keeps the order of insertion.
	triggers.delete(trigger);
	triggers.set(trigger, seen);
	const [oldest] = triggers.keys();
	if (triggers.size > TRIGGERS_KEPT) triggers.delete(oldest);
	const stored = staticData[STORED];
	for (const id of Array.isArray(stored) ? stored : []) {
		if (!seen.emitted.has(String(id))) remember(seen, String(id));
	}
	return seen;
}

/** Writes the newest ids to the static data, which n8n then stores with the workflow. */
export function storeSeen(seen: Seen, staticData: IDataObject): void {
	const newest = [...seen.emitted].slice(-IDS_STORED);
	// n8n writes to the database only where the data has been assigned to.
	if (JSON.stringify(newest) !== JSON.stringify(staticData[STORED])) staticData[STORED] = newest;
}

/** From now on the id is a repeat. */
export function remember({ emitted }: Seen, id: string): void {
	emitted.add(id);
	if (emitted.size <= IDS_REMEMBERED) return;
	const [oldest] = emitted;
	emitted.delete(oldest);
}
