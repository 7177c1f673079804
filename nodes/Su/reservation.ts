import type { IDataObject } from 'n8n-workflow';
import { isCardField } from './card-fields';
import { isObject } from './fields';

const MASK = '***';

/**
 * The reservations in what Su answers to a pull, or pushes: in a list `reservations` or alone, each
 * as it is or wrapped as `{"reservation": {...}}`.
 *
 * @param body parsed JSON of any kind; what is no reservation is left out
 */
export function unwrapReservations(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body.flatMap(unwrapEntry);
	if (!isObject(body)) return [];
	const { reservations } = body;
	if (reservations !== undefined) return [reservations].flat().flatMap(unwrapEntry);
	return 'reservation' in body || 'reservation_notif_id' in body ? unwrapEntry(body) : [];
}

function unwrapEntry(entry: unknown): IDataObject[] {
	if (!isObject(entry) || Object.keys(entry).length === 0) return [];
	const { reservation, ...rest } = entry;
	if (reservation === undefined) return [entry];
	return [reservation]
		.flat()
		.filter(isObject)
		.map((inner) => ({ ...rest, ...inner }));
}

/**
 * A copy with every field of a payment card masked, at any depth. Empty ones stay empty, so that a
 * workflow can tell whether there is a card.
 */
export function maskCardFields<T>(value: T): T;
export function maskCardFields(value: unknown): unknown {
	if (Array.isArray(value)) return value.map((entry: unknown) => maskCardFields(entry));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [
			name,
			isCardField(name, entry) ? masked(entry) : maskCardFields(entry),
		]),
	);
}

function masked(value: unknown): unknown {
	if (value === undefined || value === null || value === '') return value;
	return typeof value === 'object' && Object.keys(value).length === 0 ? value : MASK;
}

/**
 * What most workflows need of a reservation, under Su's own names. Nothing of a payment card is
 * among it.
 */
export function simplifyReservation(reservation: IDataObject): IDataObject {
	const { customer, affiliation } = reservation;
	const rooms = [reservation.rooms ?? []].flat().filter(isObject);
	return {
		reservation_notif_id: asText(reservation.reservation_notif_id),
		id: asText(reservation.id),
		status: reservation.status,
		channel: asText(isObject(affiliation) ? affiliation.OTA_Code : undefined),
		guest: isObject(customer) ? nameOf(customer) : undefined,
		arrival_date: sortedTexts(rooms.map(({ arrival_date }) => arrival_date))[0],
		departure_date: sortedTexts(rooms.map(({ departure_date }) => departure_date)).at(-1),
		roomids: rooms.flatMap(({ id }) => asText(id) ?? []),
		totalprice: reservation.totalprice,
		currencycode: reservation.currencycode,
	};
}

function nameOf({ first_name, last_name }: IDataObject): string {
	return [first_name, last_name].filter(Boolean).join(' ');
}

function sortedTexts(values: unknown[]): string[] {
	return values.filter((value) => typeof value === 'string').sort();
}

/** IDs are text, whatever they come as. */
function asText(value: unknown): string | undefined {
	return value === undefined || value === null ? undefined : String(value);
}
