import { UserError, type IDataObject } from 'n8n-workflow';
import { readBoolean } from '../../../../credentials/auth/boolean';
import { requiredInteger } from '../../../shared/fields/number';
import { requiredId, requiredText } from '../../../shared/fields/text';
import { assertNotPast, dayRange } from '../../dates';
import { isObject } from '../../fields';

/** How the editor calls the fields of a change. */
const LABELS = {
	closed: 'Closed',
	closedonarrival: 'Closed on Arrival',
	closedondeparture: 'Closed on Departure',
	maximumstay: 'Maximum Stay',
	minimumstay: 'Minimum Stay',
	price: 'Prices',
	rate: 'Rate Plan ID',
	roomstosell: 'Rooms to Sell',
} as const;
type Field = keyof typeof LABELS;

const COUNTS: Field[] = ['roomstosell', 'minimumstay', 'maximumstay'];
const FLAGS: Field[] = ['closed', 'closedonarrival', 'closedondeparture'];
/** Rooms to sell belong to a room, these to a room and a rate plan. */
const OF_A_RATE_PLAN: Field[] = ['price', 'minimumstay', 'maximumstay', ...FLAGS];

/**
 * A change of one room in a range of days, as it is sent: numbers as text, flags as "0" or "1".
 * Fields that are empty are left out; fields that are not known here stay as they are.
 *
 * @param change an entry of `date` in the body (document, "Rates and Availability")
 * @param where put before the name of a field in messages, e.g. `Room 1, date 2: `
 * @throws UserError naming the field that does not fit
 */
export function checkedChange(
	change: IDataObject,
	where: string,
	timezone: string | undefined,
): IDataObject {
	const given = Object.fromEntries(Object.entries(change).filter(([, value]) => isGiven(value)));
	const range = dayRange(given, timezone, where);
	assertNotPast(range, where);
	const checked: IDataObject = { ...given, ...range };
	for (const name of COUNTS) {
		const label = where + LABELS[name];
		if (name in given) checked[name] = String(requiredInteger(given, name, label, 0));
	}
	for (const name of FLAGS) {
		if (name in given) checked[name] = flag(given[name], where + LABELS[name]);
	}
	if ('rate' in given) checked.rate = ratePlans(given.rate, where + LABELS.rate);
	if ('price' in given) checked.price = prices(given.price, where + LABELS.price);
	assertComplete(checked, where);
	return checked;
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '' && !isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function flag(value: unknown, label: string): string {
	const isOn = readBoolean(value);
	if (isOn !== undefined) return isOn ? '1' : '0';
	throw new UserError(`${label} must be 0 or 1`, {
		description: 'Enter 1 or true to close, 0 or false to open.',
	});
}

function ratePlans(value: unknown, label: string): IDataObject[] {
	return objects(value, label).map((rate) => ({
		...rate,
		rateplanid: requiredId(rate, 'rateplanid', label),
	}));
}

function prices(value: unknown, label: string): IDataObject[] {
	return objects(value, label).map((price, at) => ({
		...price,
		NumberOfGuests: String(
			requiredInteger(price, 'NumberOfGuests', `${label} ${at + 1}: Number of Guests`, 1),
		),
		value: amount(price, `${label} ${at + 1}: Value`),
	}));
}

/** An amount of money stays the text that it is: as a number it could change. */
function amount(price: IDataObject, label: string): string {
	const text = requiredText(price, 'value', label);
	if (/^\d{1,12}(\.\d{1,3})?$/.test(text)) return text;
	throw new UserError(`${label} is not an amount`, {
		description: 'Enter digits and a point only, e.g. 99.50, in the currency of the property.',
	});
}

function objects(value: unknown, label: string): IDataObject[] {
	const list = [value].flat();
	if (list.every(isObject)) return list;
	throw new UserError(`${label} must be a list of objects`, {
		description: 'Compare it with the example that Rooms (JSON) holds at first.',
	});
}

function assertComplete(checked: IDataObject, where: string): void {
	const needing = OF_A_RATE_PLAN.find((name) => name in checked);
	if (needing && !('rate' in checked)) {
		throw new UserError(`${where}${LABELS.rate} is empty`, {
			description: `${LABELS[needing]} is set for a rate plan of the room: name the rate plan too.`,
		});
	}
	if (!needing && !('roomstosell' in checked)) {
		throw new UserError(`${where}There is no change to send`, {
			description: 'Add Rooms to Sell, Prices or a restriction.',
		});
	}
	const { minimumstay, maximumstay } = checked;
	if (Number(maximumstay) > 0 && Number(maximumstay) < Number(minimumstay)) {
		throw new UserError(`${where}${LABELS.maximumstay} is less than ${LABELS.minimumstay}`, {
			description: 'No stay would fit. Change one of them.',
		});
	}
}
