import { UserError, type IDataObject } from 'n8n-workflow';
import { jsonValue } from '../../../shared/fields/json';
import { empty, isLeftEmpty, requiredId } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { isObject } from '../../fields';
import { assertSameHotel } from '../../json-body';
import { checkedChange } from './change';
import { CHANGES } from './properties';

const EXAMPLE = '[{"roomid": "DBL", "date": [{"from": "2026-01-31", ...}]}]';

/**
 * The rooms of a push, from the fields of the editor: one room, one change.
 *
 * @throws UserError naming the field that does not fit
 */
export function roomsFromFields(parameters: Parameters, timezone?: string): IDataObject[] {
	const roomid = requiredId(parameters, 'roomId', 'Room ID');
	const collection = (parameters.changes ?? {}) as IDataObject;
	assertAllGiven(collection);
	const { rateplanid, prices, ...changes } = collection;
	const { from, to } = parameters;
	const change: IDataObject = { from, to, ...changes };
	if (!isLeftEmpty(collection, 'rateplanid', 'Rate Plan ID')) change.rate = [{ rateplanid }];
	if (isObject(prices)) change.price = prices.price;
	return [{ roomid, date: [checkedChange(change, '', timezone)] }];
}

/** What was added, and whose expression gives nothing, would be left as it is at Su in silence. */
function assertAllGiven(changes: IDataObject): void {
	for (const [name, value] of Object.entries(changes)) {
		if (value !== undefined && value !== null) continue;
		throw empty(CHANGES.find((each) => each.name === name)?.displayName ?? name);
	}
}

/**
 * The rooms of a push, from JSON: the list of rooms, or a whole body with `room` in it.
 *
 * @throws UserError naming room, date and field that do not fit
 */
export function roomsFromJson(
	parameters: Parameters,
	hotelId: string,
	timezone?: string,
): IDataObject[] {
	const value = jsonValue(parameters, 'rooms', 'Rooms (JSON)');
	if (isObject(value)) assertSameHotel(value, hotelId, 'Rooms (JSON)');
	const rooms = isObject(value) ? value.room : value;
	return objects(rooms, 'Rooms (JSON)').map((room, at) =>
		checkedRoom(room, `Room ${at + 1}`, timezone),
	);
}

function checkedRoom(room: IDataObject, label: string, timezone: string | undefined): IDataObject {
	const roomid = requiredId(room, 'roomid', `${label}: roomid`);
	const date = objects(room.date, `${label}: date`).map((change, at) =>
		checkedChange(change, `${label}, date ${at + 1}: `, timezone),
	);
	return { ...room, roomid, date };
}

function objects(value: unknown, label: string): IDataObject[] {
	if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return value;
	throw new UserError(`${label} must be a list with at least one entry`, {
		description: `Enter a list such as ${EXAMPLE}. Nothing was sent.`,
	});
}
