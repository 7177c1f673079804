import type { INodeProperties } from 'n8n-workflow';
import { sorted } from '../shared/properties';
import { CUSTOMER_SETTINGS } from './customer-settings';
import { FURTHER_SETTINGS } from './further-settings';
import { MERCHANT_UID_PROPERTY } from './properties';

/** The settings that every purchase needs (Pledg, "Settings", "Required settings"). */
export const REQUIRED_SETTINGS: INodeProperties[] = [
	MERCHANT_UID_PROPERTY,
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order_1234',
		description: 'Your own reference of the purchase; once it is paid, it cannot be used again',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Two nights in Brest',
		description: 'What the customer reads on the payment page',
	},
	{
		displayName: 'Amount (Cents)',
		name: 'amountCents',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 0,
		required: true,
		description: 'Amount of the purchase in the smallest unit of its currency',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'name@email.com',
		description: 'Email of the customer',
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		required: true,
		description: 'First name of the customer',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		required: true,
		description: 'Last name of the customer',
	},
];

/** Where the customer goes after the payment page (Pledg, "By redirection"). */
export const REDIRECTS: INodeProperties[] = [
	{
		displayName: 'Cancel URL',
		name: 'cancelUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/cart',
		description: 'Where the customer goes after cancelling, or when the payment failed',
	},
	{
		displayName: 'Redirect URL',
		name: 'redirectUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/thanks',
		description: 'Where the customer goes after the payment',
	},
];

/**
 * The settings that a purchase may have.
 *
 * @param more entries that only one operation has
 */
export function optionalSettings(more: INodeProperties[] = []): INodeProperties[] {
	return [
		{
			displayName: 'Purchase Fields',
			name: 'purchaseFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Which of them are required is in your contract with Pledg',
			options: sorted([...CUSTOMER_SETTINGS, ...FURTHER_SETTINGS, ...more]),
		},
		{
			displayName: 'Additional Settings (JSON)',
			name: 'additionalSettings',
			type: 'json',
			default: '{}',
			description: 'Settings that have no field here, by the names that Pledg gives them',
		},
	];
}
