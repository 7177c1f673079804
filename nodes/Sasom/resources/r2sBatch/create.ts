import { UserError, type IDataObject } from 'n8n-workflow';
import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import { requiredInteger } from '../../../shared/fields/number';
import { optionalId, requiredId } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { dataItems } from '../answer';
import { LISTINGS, listingsOf } from './listings';

const KERRY = 'kerry';

/** POST /partner/batch/r2s (API reference "Create R2S Batch", Validations). */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an R2S batch',
	description: 'Announce a Return to SASOM batch, to send items to the warehouse',
	// The pickup is not marked as required: n8n would demand it wherever Logistic Type is an expression.
	properties: [
		...LISTINGS,
		{
			displayName: 'Parcel Quantity',
			name: 'parcelQuantity',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			required: true,
			description: 'Number of parcels in which the items come',
		},
		{
			displayName: 'Logistic Type',
			name: 'logisticType',
			type: 'options',
			options: [
				{ name: 'Kerry', value: KERRY, description: 'Kerry picks the parcels up' },
				{ name: 'Not Given', value: '', description: 'Send no logistic type' },
			],
			default: '',
			description: 'Who carries the parcels; another type that SASOM told you may be an expression',
		},
		{
			displayName: 'Pickup Date',
			name: 'pickupDate',
			type: 'dateTime',
			default: '',
			displayOptions: { show: { logisticType: [KERRY] } },
			description:
				'Kerry needs the day on which it picks the parcels up; a time of day is left out',
			hint: DAY_HINT,
		},
		{
			displayName: 'Pickup Time',
			name: 'pickupTime',
			type: 'string',
			default: '',
			placeholder: 'e.g. 09:30',
			displayOptions: { show: { logisticType: [KERRY] } },
			description: 'Kerry needs hours and minutes, from 00:00 to 23:59',
		},
	],
	request: (parameters, _account, timezone) => {
		const listings = listingsOf(parameters);
		const parcel_quantity = requiredInteger(parameters, 'parcelQuantity', 'Parcel Quantity', 1);
		return {
			method: 'POST',
			path: '/partner/batch/r2s',
			body: { listings, parcel_quantity, ...logistics(parameters, timezone) },
			reference: `R2S batch from SKU ${listings[0].sku} on, listings: ${listings.length}`,
		};
	},
	items: dataItems,
};

/**
 * With Kerry both pickup fields are mandatory ("Errors", Kerry Pickup Requirements), also where an
 * expression writes it with a capital.
 */
function logistics(parameters: Parameters, timezone: string | undefined): IDataObject {
	const logistic_type = optionalId(parameters, 'logisticType', 'Logistic Type');
	if (logistic_type === '') return {};
	if (logistic_type.toLowerCase() !== KERRY) return { logistic_type };
	return {
		logistic_type: KERRY,
		pickup_date: requiredDay(parameters, 'pickupDate', 'Pickup Date', timezone),
		pickup_time: pickupTime(parameters),
	};
}

function pickupTime(parameters: Parameters): string {
	const time = requiredId(parameters, 'pickupTime', 'Pickup Time');
	if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
	throw new UserError('Pickup Time must be a time such as 09:30', {
		description: 'Enter hours and minutes with two digits each, from 00:00 to 23:59.',
	});
}
