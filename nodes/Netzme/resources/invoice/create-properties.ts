import type { INodeProperties } from 'n8n-workflow';
import { MERCHANT_ID } from '../../merchant-id';
import { ITEM_DETAILS } from './item-details';
import { PAYMENT_METHODS } from './payment-methods';

/** What the buyer is to pay. */
export const AMOUNT: INodeProperties = {
	displayName: 'Amount',
	name: 'amount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 50000',
	description: 'What the buyer is to pay, in whole rupiah',
};

const BY_CREDIT_CARD = { show: { paymentMethod: ['CREDIT_CARD'] } };

/** Who pays, and what for. */
export const BUYER_AND_GOODS: INodeProperties[] = [
	{
		displayName: 'Full Name',
		name: 'fullName',
		type: 'string',
		default: '',
		required: true,
		description: 'Name of the buyer: letters and spaces only',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'name@email.com',
		description: 'Email address of the buyer',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +628110000001',
		description: 'Phone number of the buyer',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Two tickets',
		description: 'What is sold',
	},
];

/** The parameters of an invoice that Netzme asks for in any case, or for a card. */
export const INVOICE_PROPERTIES: INodeProperties[] = [
	MERCHANT_ID,
	AMOUNT,
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'options',
		options: PAYMENT_METHODS,
		default: 'QRIS',
		required: true,
		description: 'How the buyer is to pay',
	},
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jalan Contoh 1, Jakarta',
		displayOptions: BY_CREDIT_CARD,
		description: 'Address of the buyer, which Netzme asks for where a card is charged',
	},
	{ ...ITEM_DETAILS, displayOptions: BY_CREDIT_CARD },
	...BUYER_AND_GOODS,
];
