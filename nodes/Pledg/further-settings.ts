import type { INodeProperties } from 'n8n-workflow';
import { DAY_HINT } from '../shared/fields/day';
import { COMPANY_UID_PROPERTY } from './properties';

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
export const FURTHER_SETTINGS: INodeProperties[] = [
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
	{
		displayName: 'Birth Date',
		name: 'birthDate',
		type: 'dateTime',
		default: '',
		hint: DAY_HINT,
	},
	{ displayName: 'Birth Zip Code', name: 'birthZipcode', type: 'string', default: '' },
	{
		...COMPANY_UID_PROPERTY,
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
