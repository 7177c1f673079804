import type { IDataObject } from 'n8n-workflow';
import { isObject } from './fields';

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
