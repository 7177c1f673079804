import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../fields';
import { unwrapReservations } from '../reservation';

export type Kind = 'reservation' | 'message' | 'review';

export const KINDS: Kind[] = ['reservation', 'message', 'review'];

/** What Su has pushed, of one kind. */
export interface Push {
	kind: Kind;
	/** At least one. */
	entries: IDataObject[];
}

/** Reservations of which a push says no more than their IDs. */
export interface Named {
	hotelId: string;
	ids: string[];
}

/** With whom a message is, by Su's names; one of them is there where no `messageid` is. */
const PARTNERS = ['threadid', 'guestid', 'bookingid', 'listingid'];

/**
 * Tells what a push holds; undefined where it is nothing of this. Su documents the fields of messages.
 * Those of reviews are not known to us: that one has a field whose name begins with `review`, and that
 * several may come in a list, is our conclusion.
 */
export function readPush(body: IDataObject): Push | undefined {
	const reservations = unwrapReservations(body);
	if (reservations.length > 0) return { kind: 'reservation', entries: reservations };
	const { messages, reviews, data, ...rest } = body;
	const inside = messages ?? reviews ?? data;
	const entries =
		inside === undefined
			? [body]
			: [inside].flat().flatMap((entry) => (isObject(entry) ? [{ ...rest, ...entry }] : []));
	if (entries.length === 0) return undefined;
	if (entries.every(isMessage)) return { kind: 'message', entries };
	return reviews !== undefined || entries.every(isReview) ? { kind: 'review', entries } : undefined;
}

/**
 * The IDs of a push that has nothing else, as an integration has seen it: `{"hotelid": "...",
 * "reservation_notif": {"reservation_notif_id": [...]}}`.
 *
 * @returns undefined where it is none, or names nothing that Su could be asked for
 */
export function readNamed(body: IDataObject): Named | undefined {
	const { hotelid, reservation_notif: named } = body;
	if (!isObject(named) || unwrapReservations(body).length > 0) return undefined;
	const ids = [named.reservation_notif_id].flat().map(idOf);
	const hotelId = idOf(hotelid);
	if (hotelId === '' || ids.length === 0 || ids.includes('')) return undefined;
	return { hotelId, ids };
}

/** As text; '' where there is none, or a number that has lost digits when its JSON was read. */
export function idOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return Number.isSafeInteger(value) ? String(value) : '';
}

function isMessage(entry: IDataObject): boolean {
	if (idOf(entry.messageid) !== '') return true;
	const hasContent = 'message' in entry || 'attachment' in entry;
	return hasContent && PARTNERS.some((name) => idOf(entry[name]) !== '');
}

function isReview(entry: IDataObject): boolean {
	return Object.keys(entry).some((name) => /^review/i.test(name));
}
