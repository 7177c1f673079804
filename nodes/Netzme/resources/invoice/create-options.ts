import type { INodeProperties } from 'n8n-workflow';

/** What may be added to an invoice; each is sent only where it is added, or as Netzme's default. */
export const INVOICE_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Amount Detail (JSON)',
		name: 'amountDetail',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"basicAmount": 50000, "shippingAmount": 9000}',
		description:
			'How the amount is made up. Without this option all of it is the basic amount. Netzme does not document that the parts add up to Amount, so this is not checked.',
	},
	{
		displayName: 'Commission (Percent)',
		name: 'commissionPercentage',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 0,
	},
	{
		displayName: 'Expires In (Seconds)',
		name: 'expireInSecond',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 3600,
		description: 'How long the invoice can be paid',
	},
	{
		displayName: 'Fee Type',
		name: 'feeType',
		type: 'options',
		options: [
			{ name: 'On Buyer', value: 'on_buyer' },
			{ name: 'On Seller', value: 'on_seller' },
		],
		default: 'on_seller',
		description: 'Who pays the service fee',
	},
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/logo.png',
		description: 'Logo to show on the invoice',
	},
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'string',
		default: '',
		description: 'Without this option the notes are the description',
	},
	{
		displayName: 'Partner Transaction ID',
		name: 'partnerTransactionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-4711',
		description: 'Your own ID of the transaction, by which to find the invoice again',
	},
	{
		displayName: 'Split Fees (JSON)',
		name: 'splitFees',
		type: 'json',
		default: '[]',
		description: 'The fee of each merchant that has a share; makes this a split fee invoice',
	},
	{
		displayName: 'Terminal ID',
		name: 'terminalId',
		type: 'string',
		default: 'A01',
		placeholder: 'e.g. A01',
		description: 'Terminal for QRIS, A01 to Z99; Netzme takes A01 without this option',
	},
	{
		displayName: 'Top Up Deposit',
		name: 'topUpDeposit',
		type: 'boolean',
		default: true,
		description: 'Whether the invoice tops up the deposit of the merchant',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Multiple', value: 'multiple' },
			{ name: 'Single', value: 'single' },
		],
		default: 'single',
		description: 'Whether the invoice can be paid once or several times',
	},
];
