import type { INodeProperties } from 'n8n-workflow';
import { DAY_HINT } from '../shared/fields/day';
import { COMPANY_UID_PROPERTY } from './properties';

/** Those that tell of the purchase (Pledg, "Settings", "Contractual settings" and "Optional settings"). */
export const FURTHER_SETTINGS: INodeProperties[] = [
	{
		displayName: 'Balance Payment Date',
		name: 'balancePaymentDate',
		type: 'dateTime',
		default: '',
		hint: DAY_HINT,
	},
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
		displayName: 'Deferred Payment Date',
		name: 'deferredPaymentDate',
		type: 'dateTime',
		default: '',
		description: 'When a deferred payment is due',
		hint: DAY_HINT,
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
		displayName: 'Second Instalment Payment Date',
		name: 'secondInstallmentPaymentDate',
		type: 'dateTime',
		default: '',
		description: 'When the second instalment is due',
		hint: DAY_HINT,
	},
	{
		displayName: 'Show Close Button',
		name: 'showCloseButton',
		type: 'boolean',
		default: false,
		description: 'Whether the payment page has a button to close it',
	},
	{
		displayName: 'Subtitle',
		name: 'subtitle',
		type: 'string',
		default: '',
		description: 'A second line below the title',
	},
];
