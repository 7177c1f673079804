import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import { requiredInteger } from '../../../shared/fields/number';
import type { Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { optionalDay } from '../../optional-fields';

/** What all ways of asking for a schedule need, besides whose it is. */
export const SCHEDULE_PROPERTIES: INodeProperties[] = [
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

const SECOND_INSTALLMENT: INodeProperties = {
	displayName: 'Second Instalment Date',
	name: 'secondInstallmentDate',
	type: 'dateTime',
	default: '',
	description: 'The day of the second instalment, where it is not the one that Pledg would choose',
	hint: DAY_HINT,
};

export const SCHEDULE_OPTIONS = [SECOND_INSTALLMENT];

/**
 * Pledg, "Payment schedule simulation": amount and day are required. That the day of the second
 * instalment is written like the first one is our conclusion.
 */
export function scheduleBody(parameters: Parameters, timezone?: string): IDataObject {
	const { name, displayName } = SECOND_INSTALLMENT;
	const second = optionalDay(optionsOf(parameters), name, displayName, timezone);
	return {
		amount_cents: requiredInteger(parameters, 'amountCents', 'Amount (Cents)', 1),
		created: requiredDay(parameters, 'created', 'Purchase Date', timezone),
		...(second !== undefined && { second_installment_date: second }),
	};
}
