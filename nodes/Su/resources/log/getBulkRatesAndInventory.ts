import type { IDataObject } from 'n8n-workflow';
import { requiredChoice } from '../../../shared/fields/text';
import type { Operation, Page, Parameters, RequestDescription } from '../../../shared/provider';
import {
	assertNotPast,
	assertNotTooFarAhead,
	dayRange,
	firstWindow,
	nextWindow,
	type DayRange,
} from '../../dates';
import { fromAndToWhere, HOTEL_ID, hotelIdOf, post } from '../../fields';
import { dayItems } from './items';

/** "Max 90 days of date range allowed per request", the first and the last day counted. */
const DAYS_PER_REQUEST = 90;

/** POST BulkARIdetails (document, "Bulk Rates & Inventory Logs (Future Date)"). */
export const getBulkRatesAndInventory: Operation = {
	value: 'getBulkRatesAndInventory',
	name: 'Get Bulk Rates and Inventory',
	action: 'Get rates and inventory of all rooms',
	description:
		'Get what Su has stored for all rooms and rate plans, day by day, up to 730 days ahead',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Period',
			name: 'period',
			type: 'options',
			options: [
				{ name: 'Date Range', value: 'dateRange' },
				{ name: 'Full Year', value: 'fullYear', description: 'A year from today, in one request' },
			],
			default: 'dateRange',
		},
		...fromAndToWhere({ period: ['dateRange'] }),
	],
	isRead: true,
	request: (parameters, _account, timezone) => {
		const hotelId = hotelIdOf(parameters);
		if (isFullYear(parameters)) return post('BulkARIdetails', hotelId, { fullyear: '1' });
		const range = dayRange(parameters, timezone);
		assertNotPast(range);
		assertNotTooFarAhead(range);
		return describe(hotelId, firstWindow(range, DAYS_PER_REQUEST));
	},
	items: dayItems,
	list: { next },
};

function next({ parameters, request, timezone }: Page): RequestDescription | undefined {
	if (isFullYear(parameters)) return undefined;
	const { date } = request.body as { date: IDataObject };
	const window = nextWindow(dayRange(parameters, timezone), String(date.to), DAYS_PER_REQUEST);
	return window && describe(hotelIdOf(parameters), window);
}

function isFullYear(parameters: Parameters): boolean {
	const period = requiredChoice(parameters, 'period', 'Period', ['dateRange', 'fullYear']);
	return period === 'fullYear';
}

function describe(hotelId: string, date: DayRange): RequestDescription {
	return post('BulkARIdetails', hotelId, { date: { ...date } });
}
