import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import { requiredInteger } from '../../../shared/fields/number';
import type { Parameters } from '../../../shared/provider';
import { MERCHANT_UID_PROPERTY } from '../../properties';

/** What both ways of asking for a schedule need. */
export const SCHEDULE_PROPERTIES: INodeProperties[] = [
	MERCHANT_UID_PROPERTY,
	{
		displayName: 'Amount (Cents)',
		name: 'amountCents',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 20000,
		required: true,
		description: 'Amount of the purchase in the smallest unit of its currency',
	},
	{
		displayName: 'Purchase Date',
		name: 'created',
		type: 'dateTime',
		default: '={{ $today.toISODate() }}',
		required: true,
		description: 'The day from which the schedule runs',
		hint: DAY_HINT,
	},
];

/** Pledg, "Payment schedule simulation": both fields are required. */
export function scheduleBody(parameters: Parameters, timezone?: string): IDataObject {
	return {
		amount_cents: requiredInteger(parameters, 'amountCents', 'Amount (Cents)', 1),
		created: requiredDay(parameters, 'created', 'Purchase Date', timezone),
	};
}
