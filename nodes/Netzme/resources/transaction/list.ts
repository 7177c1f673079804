import { UserError, type INodeProperties } from 'n8n-workflow';
import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import type { Operation } from '../../../shared/provider';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { nextPage, transactionsOf } from './pages';

const PROPERTIES: INodeProperties[] = [
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
		properties: PROPERTIES,
		request: (parameters, account, timezone) => {
			const startdate = requiredDay(parameters, 'startDate', 'Start Date', timezone);
			const enddate = requiredDay(parameters, 'endDate', 'End Date', timezone);
			if (enddate < startdate) {
				throw new UserError('End Date is before Start Date', {
					description: 'Check both dates in the node. They may be the same day.',
				});
			}
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
