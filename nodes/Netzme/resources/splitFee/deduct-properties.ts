import type { INodeProperties } from 'n8n-workflow';
import { MERCHANT_ID } from '../../merchant-id';
import { REQUEST_ID } from '../../request-id';

/** The parameters by which a payment is reported. */
export const DEDUCT_PROPERTIES: INodeProperties[] = [
	MERCHANT_ID,
	{
		displayName: 'Transaction ID',
		name: 'transactionId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 8638hdkhd0385',
		description: 'Your own ID of the payment',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. TICKET-1',
		description: 'Stock keeping unit of what was sold',
	},
	{
		displayName: 'Product Name',
		name: 'productName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Ticket, seat 1',
	},
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'options',
		options: [
			{ name: 'Bank Transfer', value: 'BANK_TRANSFER' },
			{ name: 'Direct Debit', value: 'DIRECT_DEBIT' },
			{ name: 'E-Wallet', value: 'EWALLET' },
			{ name: 'QRIS', value: 'QRIS' },
			{ name: 'Retail Outlet', value: 'RETAIL_OUTLET' },
		],
		default: 'BANK_TRANSFER',
		required: true,
		description: 'How the buyer paid',
	},
	{
		displayName: 'Bank Name',
		name: 'bankName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. BCA',
		description: 'Bank or wallet. The document names BCA, MANDIRI, OVO, NETZME and DANA.',
	},
	{
		displayName: 'Paid Amount',
		name: 'paidAmount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. IDR 200000.00',
		description: 'What the buyer paid in total, in rupiah',
	},
	{
		displayName: 'MDR Fee',
		name: 'mdrFeeAmount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. IDR 10000.00',
		description: 'Merchant discount rate, in rupiah; 0 where there is none',
	},
	REQUEST_ID,
];

/** Sent only where it is added. */
export const ADDITIONALS: INodeProperties = {
	displayName: 'Additionals (JSON)',
	name: 'additionals',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"qty": "2", "desc": "two tickets"}',
	description: 'Further descriptions of the payment',
};
