import type { INodeProperties } from 'n8n-workflow';
import { DAY_HINT } from '../shared/fields/day';

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

/** Those that tell of the customer (Pledg, "Settings", "Contractual settings" and "Optional settings"). */
export const CUSTOMER_SETTINGS: INodeProperties[] = [
	{
		displayName: 'B2B Company Name',
		name: 'b2bCompanyName',
		type: 'string',
		default: '',
		description: 'Where the customer is a company',
	},
	{
		displayName: 'B2B Company National ID Type',
		name: 'b2bCompanyNationalIdType',
		type: 'string',
		default: 'SIREN',
		placeholder: 'e.g. SIREN',
		description: 'What the National ID is; Pledg takes it for a SIREN where this is left out',
	},
	{
		displayName: 'B2B Company National ID',
		name: 'b2bCompanyNationalId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 123456789',
	},
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
	{
		displayName: 'Birth State or Province',
		name: 'birthStateProvince',
		type: 'string',
		default: '',
	},
	{ displayName: 'Birth Zip Code', name: 'birthZipcode', type: 'string', default: '' },
	{
		displayName: 'Civility',
		name: 'civility',
		type: 'string',
		default: '',
		description: 'How the customer is addressed, in the words that Pledg takes',
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
];
