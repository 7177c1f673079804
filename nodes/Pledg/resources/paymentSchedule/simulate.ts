import { requiredDay, requiredInteger, requiredPathStep } from '../../../shared/fields';
import type { Operation } from '../../../shared/provider';

/** POST /api/merchants/{merchant_uid}/simulate_payment_schedule. */
export const simulate: Operation = {
	value: 'simulate',
	name: 'Simulate',
	action: 'Simulate a payment schedule',
	description: 'Get the instalments that a purchase would have',
	properties: [
		{
			displayName: 'Merchant UID',
			name: 'merchantUid',
			type: 'string',
			default: '',
			placeholder: 'e.g. mer_...',
			hint: 'Leave empty to use the one of the credential',
		},
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
		},
	],
	request: (parameters, account) => {
		const merchant = { merchantUid: parameters.merchantUid || account.merchantUid };
		return {
			method: 'POST',
			path: `/api/merchants/${requiredPathStep(merchant, 'merchantUid', 'Merchant UID')}/simulate_payment_schedule`,
			body: {
				amount_cents: requiredInteger(parameters, 'amountCents', 'Amount (Cents)', 1),
				created: requiredDay(parameters, 'created', 'Purchase Date'),
			},
		};
	},
};
