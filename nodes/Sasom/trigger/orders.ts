import { createHash } from 'node:crypto';
import { UserError, type IDataObject } from 'n8n-workflow';
import { idAsText } from '../../shared/answer';

/**
 * What a poll remembers of an order, as text: a hash of its ID, a hash of what it looks like, and
 * for how many polls it has been missing from the list. 21 characters, 24 bytes of static data.
 */
type Remembered = string;

const ID_LENGTH = 12;
const LOOK_LENGTH = 8;
const VERSION_LENGTH = ID_LENGTH + LOOK_LENGTH;

/** Some 240 KB of static data. */
export const ORDERS_REMEMBERED = 10_000;

/**
 * An order is forgotten when it has been missing from this many polls in a row. Not at once: while
 * the pages are read, orders come and go, and one may slip from a page to one that was read before.
 */
const POLLS_UNTIL_FORGOTTEN = 3;

/** The usual names; the first of these that the order has is taken. */
const USUAL_ID_FIELDS = ['order_id', 'orderId', 'order_number', 'orderNumber', 'id'];

export interface OrderEvent extends IDataObject {
	event: 'changed' | 'new';
	order: IDataObject;
}

export interface Comparison {
	events: OrderEvent[];
	/** To be remembered for the next poll. */
	remembered: Remembered[];
}

export interface CompareOptions {
	/** The field that holds the ID of an order; '' to look for the usual names. */
	idField: string;
	/** Names of fields, at any depth, that may change without the order counting as changed. */
	ignoredFields: string[];
}

/**
 * Tells new and changed orders, by comparing ALL orders in process with what the last poll
 * remembered: SASOM documents neither the order of its list nor a time of change. An order that is
 * listed several times (one entry for each line) counts as changed with every entry not seen before.
 * An entry among several that is missing is remembered for a while, as an order is: it may have
 * slipped to another page.
 *
 * @param orders the whole list, of all pages
 * @param remembered what the last poll returned as such
 * @throws UserError where there are more orders than are remembered
 */
export function compareOrders(
	orders: IDataObject[],
	remembered: Remembered[],
	options: CompareOptions,
): Comparison {
	const listed = new Map(orders.map((order) => [versionOf(order, options), order]));
	if (listed.size > ORDERS_REMEMBERED) throw tooMany(listed.size);
	const seen = new Set(remembered.map((each) => each.slice(0, VERSION_LENGTH)));
	const known = new Set(remembered.map(idOf));
	const events = [...listed]
		.filter(([version]) => !seen.has(version))
		.map(([version, order]): OrderEvent => {
			return { event: known.has(idOf(version)) ? 'changed' : 'new', order };
		});
	const listedIds = new Set([...listed.keys()].map(idOf));
	const entries = countBy(remembered.map(idOf));
	const missing = remembered
		.filter((each) => !listed.has(each.slice(0, VERSION_LENGTH)))
		// The only entry of an order that is still listed has changed.
		.filter((each) => !listedIds.has(idOf(each)) || entries.get(idOf(each)) !== 1)
		.flatMap(missedOnceMore);
	const current = [...listed.keys()].map((version) => `${version}0`);
	return { events, remembered: [...current, ...missing].slice(0, ORDERS_REMEMBERED) };
}

function tooMany(count: number): UserError {
	return new UserError(`SASOM lists ${count} orders in process`, {
		description: `This trigger keeps track of ${ORDERS_REMEMBERED} at most. Nothing was emitted. Use a Schedule Trigger and the SASOM node, Order: Get Processing, in its place.`,
	});
}

function countBy(values: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

const idOf = (version: string): string => version.slice(0, ID_LENGTH);

function missedOnceMore(each: Remembered): Remembered[] {
	const times = Number(each.slice(VERSION_LENGTH)) + 1;
	return times < POLLS_UNTIL_FORGOTTEN ? [each.slice(0, VERSION_LENGTH) + times] : [];
}

/**
 * An order without an ID is told by what it looks like: when it changes, it is a new one. An ID
 * counts as text, whether it comes as text or as a number.
 */
function versionOf(order: IDataObject, { idField, ignoredFields }: CompareOptions): string {
	const names = idField === '' ? USUAL_ID_FIELDS : [idField];
	const name = names.find((each) => order[each] !== undefined && order[each] !== null);
	const id = name === undefined ? undefined : idAsText(order[name]);
	const withText = name === undefined ? order : { ...order, [name]: id };
	const look = JSON.stringify(sorted(withText, new Set(ignoredFields)));
	return (
		hash(id === undefined ? look : `id ${JSON.stringify(id)}`, ID_LENGTH) + hash(look, LOOK_LENGTH)
	);
}

function hash(text: string, length: number): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** Fields in alphabetical order: a server may list them differently each time. */
function sorted(value: unknown, ignored: Set<string>): unknown {
	if (Array.isArray(value)) return value.map((each) => sorted(each, ignored));
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value)
		.filter(([name]) => !ignored.has(name))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, each]) => [name, sorted(each, ignored)]);
}
