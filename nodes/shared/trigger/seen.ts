import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * What one trigger has emitted lately, so that a repeat is told from a new notification. Kept in
 * the memory of the process, and in the workflow's static data for the next start of n8n and for
 * its other processes.
 */
export interface Seen {
	/** Oldest first. */
	emitted: Set<string>;
	/** On their way, oldest first. */
	pending: Map<string, OnItsWay>;
}

export interface OnItsWay {
	/** Whether n8n has taken it in the end. */
	taken: Promise<boolean>;
	/** `performance.now()` */
	since: number;
}

/** In static data: 25 bytes each, so 25 KB for a trigger. */
export const IDS_STORED = 1_000;
/** In memory: some 80 bytes each, so 400 KB for a trigger. */
export const IDS_REMEMBERED = 5_000;
const TRIGGERS_KEPT = 100;
/**
 * n8n may never say what became of an execution (a killed worker, or a job missed by its queue).
 * After so long it is taken for lost, and a repeat for new.
 */
export const LOST_AFTER_MS = 60 * 60 * 1000;
const KEY_LENGTH = 22;
const STORED = 'emitted';

const triggers = new Map<string, Seen>();

/**
 * What is remembered of an id: as long for every id, whatever a sender makes up, and no data of a
 * customer. 128 bits, so that nobody finds another id with the same one.
 */
export function keyOf(id: string): string {
	return createHash('sha256').update(id).digest('base64url').slice(0, KEY_LENGTH);
}

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
	forgetOldest();
	for (const key of storedIn(staticData)) {
		if (!seen.emitted.has(key)) remember(seen, key);
	}
	return seen;
}

function forgetOldest(): void {
	if (triggers.size <= TRIGGERS_KEPT) return;
	for (const [trigger, { pending }] of triggers) {
		if (pending.size === 0) {
			triggers.delete(trigger);
			return;
		}
	}
}

/**
 * Puts the newest keys into the static data, which n8n writes to the database before it answers.
 * The list is made at that moment: what has been emitted in the meantime stands in it as well.
 *
 * @param own keys that belong into it if n8n writes at all, though they are not emitted yet
 * @returns puts the list there again
 */
export function storeSeen(seen: Seen, staticData: IDataObject, own: string[] = []): () => void {
	const newest = () => [...new Set([...seen.emitted, ...own])].slice(-IDS_STORED);
	const list = Object.defineProperty(newest(), 'toJSON', { value: newest });
	// n8n writes only where something has been assigned.
	const store = () => {
		staticData[STORED] = list;
	};
	store();
	return store;
}

/** Whether static data lacks something that should stand in it. */
export function isOutdated({ emitted }: Seen, staticData: IDataObject): boolean {
	const stored = new Set(storedIn(staticData));
	return [...emitted].slice(-IDS_STORED).some((key) => !stored.has(key));
}

function storedIn(staticData: IDataObject): string[] {
	const stored: unknown = staticData[STORED];
	if (!Array.isArray(stored)) return [];
	return stored.filter((key): key is string => typeof key === 'string').slice(-IDS_STORED);
}

/** From now on it is a repeat. */
export function remember({ emitted }: Seen, key: string): void {
	emitted.add(key);
	if (emitted.size <= IDS_REMEMBERED) return;
	const [oldest] = emitted;
	emitted.delete(oldest);
}

/** Those of the keys that are on their way, without what is taken for lost. */
export function pendingOf({ pending }: Seen, keys: string[]): Array<Promise<boolean>> {
	for (const [key, { since }] of pending) {
		if (performance.now() - since < LOST_AFTER_MS) break;
		pending.delete(key);
	}
	return keys.flatMap((key) => pending.get(key)?.taken ?? []);
}

/** Follows keys until it is known whether n8n has taken them; those that it has are remembered. */
export function follow(seen: Seen, keys: string[], taken: Promise<boolean>): void {
	const onItsWay = { taken, since: performance.now() };
	for (const key of keys) seen.pending.set(key, onItsWay);
	void taken.then((isTaken) => {
		for (const key of keys) {
			// Another one of the same key may have followed the one that was taken for lost.
			if (seen.pending.get(key) === onItsWay) seen.pending.delete(key);
			if (isTaken) remember(seen, key);
		}
	});
}
