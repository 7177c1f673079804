import { UserError, type IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { firstWindow } from '../../dates';
import { HOTEL_ID, isObject } from '../../fields';
import { jsonField, writeJson } from '../../json-body';
import { assertNotTooLarge } from '../../size';

const MOST_DAYS = 500;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const CHANGES = jsonField(
	'changesJson',
	'Changes (JSON)',
	'{"channelid": "19", "room": [{"roomid": "DBL", "date": [{"from": "2026-01-31", "to": "2026-02-28"}]}]}',
	'What to set at which channel, for at most 500 days.',
);

/** POST invratecontrol: as Availability: Push, for one channel (OTA). */
export const push: Operation = {
	value: 'push',
	name: 'Push',
	action: 'Push inventory and rates to one channel',
	description: 'Set inventory, rates and restrictions for one channel (OTA) alone',
	properties: [HOTEL_ID, CHANGES],
	request: (parameters) => {
		const request = writeJson('invratecontrol', parameters, CHANGES, 'Inventory and rates');
		assertNotTooLong(request.body);
		assertNotTooLarge(request.body as IDataObject);
		return request;
	},
	items: (body) => [succeeded(body)],
};

/** Wherever a range of days stands, as long as its ends are called as in every request of Su's. */
function assertNotTooLong(value: unknown): void {
	if (Array.isArray(value)) return value.forEach(assertNotTooLong);
	if (!isObject(value)) return;
	const [from, to] = [String(value.from), String(value.to)];
	const isRange = [from, to].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day)));
	if (isRange && from <= to && firstWindow({ from, to }, MOST_DAYS).to < to) {
		throw new UserError(`${CHANGES.displayName} has a range of more than ${MOST_DAYS} days`, {
			description: `${from} to ${to} is too long for Su. Split it into several ranges. Nothing was sent.`,
		});
	}
	Object.values(value).forEach(assertNotTooLong);
}
