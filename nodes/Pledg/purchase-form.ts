import type { INodeProperties } from 'n8n-workflow';
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

const ADDRESS: INodeProperties['options'] = [
	{
		displayName: 'Address',
		name: 'details',
		values: [
			{
				displayName: 'Street',
				name: 'street',
				type: 'string',
				default: '',
				description: 'Several lines are best joined with commas',
			},
			{ displayName: 'City', name: 'city', type: 'string', default: '' },
			{ displayName: 'State or Province', name: 'stateProvince', type: 'string', default: '' },
			{ displayName: 'Zip Code', name: 'zipcode', type: 'string', default: '' },
			{
				displayName: 'Country',
				name: 'country',
				type: 'string',
				default: '',
				placeholder: 'e.g. FR',
				description: 'Two letters (ISO 3166-1 alpha-2)',
			},
		],
	},
];

/** Pledg, "Settings", "Contractual settings" and "Optional settings". */
const FURTHER_SETTINGS: INodeProperties[] = [
	{
		displayName: 'Billing Address',
		name: 'address',
		type: 'fixedCollection',
		default: {},
		options: ADDRESS,
	},
	{ displayName: 'Birth City', name: 'birthCity', type: 'string', default: '' },
	{
		displayName: 'Birth Country',
		name: 'birthCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. FR',
		description: 'Two letters (ISO 3166-1 alpha-2); with FR the Birth Zip Code is required',
	},
	{ displayName: 'Birth Date', name: 'birthDate', type: 'dateTime', default: '' },
	{ displayName: 'Birth Zip Code', name: 'birthZipcode', type: 'string', default: '' },
	{
		displayName: 'Company UID',
		name: 'companyUid',
		type: 'string',
		default: '',
		placeholder: 'e.g. cmp_...',
		description:
			'Takes the place of the Merchant UID: the customer chooses among all payment solutions of the company',
	},
	{
		displayName: 'Country Code',
		name: 'countryCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. FR',
		description: 'Country of the purchase where it is not that of the merchant, in two letters',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. EUR',
		description: 'Currency of the amount, in three letters; Pledg takes EUR where it is left out',
	},
	{
		displayName: 'Error Notification URL',
		name: 'errorNotificationUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/errors',
		description: 'Where Pledg reports what goes wrong after the payment page',
	},
	{
		displayName: 'Language',
		name: 'lang',
		type: 'string',
		default: '',
		placeholder: 'e.g. fr_FR',
		description: 'Language of the payment page',
	},
	{
		displayName: 'Metadata (JSON)',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'Data of your own; Pledg sends it back in notifications, unsigned',
	},
	{
		displayName: 'Payment Notification URL',
		name: 'paymentNotificationUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/payments',
		description: 'Where Pledg reports the payment',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +33612345678',
		description: 'Phone number of the customer in international format (E.164)',
	},
	{
		displayName: 'Shipping Address',
		name: 'shippingAddress',
		type: 'fixedCollection',
		default: {},
		options: ADDRESS,
	},
	{
		displayName: 'Subtitle',
		name: 'subtitle',
		type: 'string',
		default: '',
		description: 'A second line below the title',
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
	const options = [...FURTHER_SETTINGS, ...more];
	return [
		{
			displayName: 'Purchase Fields',
			name: 'purchaseFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Which of them are required is in your contract with Pledg',
			options: options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
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
