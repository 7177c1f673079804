import { UserError, type INodeProperties } from 'n8n-workflow';
import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import type { Operation, Parameters } from '../../../shared/provider';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { nextPage, transactionsOf } from './pages';

/** Merchant and range of days. */
export const DAYS_PROPERTIES: INodeProperties[] = [
	MERCHANT_ID,
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '={{ $today.minus({ days: 7 }).toISODate() }}',
		required: true,
		description: 'The first day of the range; its time is not used',
		hint: DAY_HINT,
	},
	{
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: '={{ $today.toISODate() }}',
		required: true,
		description: 'The last day of the range; its time is not used',
		hint: DAY_HINT,
	},
];

/** What lists the transactions at a path: by merchant and range of days, page by page. */
export function transactionsAt(
	path: string,
): Pick<Operation, 'properties' | 'request' | 'items' | 'list'> {
	return {
		properties: DAYS_PROPERTIES,
		request: (parameters, account, timezone) => {
			const { startdate, enddate } = daysOf(parameters, timezone);
			return {
				method: 'GET',
				path,
				query: { userId: merchantId(parameters, account), startdate, enddate, page: 1 },
			};
		},
		items: transactionsOf,
		list: { key: JSON.stringify, next: nextPage },
	};
}

/**
 * The range of days, as `YYYY-MM-DD`.
 *
 * @throws UserError naming the day that is none, or where the range ends before it begins
 */
export function daysOf(
	parameters: Parameters,
	timezone: string | undefined,
): { startdate: string; enddate: string } {
	const startdate = requiredDay(parameters, 'startDate', 'Start Date', timezone);
	const enddate = requiredDay(parameters, 'endDate', 'End Date', timezone);
	if (enddate >= startdate) return { startdate, enddate };
	throw new UserError('End Date is before Start Date', {
		description: 'Check both dates in the node. They may be the same day.',
	});
}
