import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * How an invoice can be paid: Netzme, "Create Invoice Transaction". The virtual accounts (VA), DKI
 * and INDOMARET are not in the document but in a public test tool of Netzme's.
 */
export const PAYMENT_METHODS: INodePropertyOptions[] = [
	{ name: 'Bank Transfer', value: 'BANK_TRANSFER' },
	{ name: 'BCA', value: 'BCA' },
	{ name: 'Credit Card', value: 'CREDIT_CARD' },
	{ name: 'DANA', value: 'DANA' },
	{ name: 'DKI', value: 'DKI' },
	{ name: 'Indomaret', value: 'INDOMARET' },
	{ name: 'Netzme', value: 'NETZME' },
	{ name: 'Netzme Seamless', value: 'NETZME_SEAMLESS' },
	{ name: 'OVO', value: 'OVO' },
	{ name: 'QRIS', value: 'QRIS' },
	{ name: 'Retail Outlet', value: 'RETAIL_OUTLET' },
	{ name: 'Virtual Account BCA', value: 'VA_BCA' },
	{ name: 'Virtual Account BCA PZ', value: 'VA_BCA_PZ' },
	{ name: 'Virtual Account BNI', value: 'VA_BNI' },
	{ name: 'Virtual Account BRI', value: 'VA_BRI' },
	{ name: 'Virtual Account CIMB', value: 'VA_CIMB' },
	{ name: 'Virtual Account Mandiri', value: 'VA_MANDIRI' },
	{ name: 'Virtual Account Permata', value: 'VA_PERMATA' },
];
