import type { INodeProperties } from 'n8n-workflow';
import { MERCHANT_ID } from '../../merchant-id';
import { REQUEST_ID } from '../../request-id';

/** The parameters of a withdrawal. The PIN is not among them: it is kept in the credential. */
export const SUBMIT_PROPERTIES: INodeProperties[] = [
	MERCHANT_ID,
	{
		displayName: 'Withdrawal Amount',
		name: 'withdrawalAmount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. IDR 58532500.00',
		description: 'Whole rupiah; it must be the amount of the inquiry',
	},
	{
		displayName: 'Compare With Inquiry',
		name: 'compareWithInquiry',
		type: 'boolean',
		default: true,
		description:
			'Whether to send nothing where Withdrawal Amount is not the amount that the inquiry gave, or where that amount is missing',
	},
	{
		displayName: 'Inquired Amount',
		name: 'inquiredAmount',
		type: 'string',
		default: '={{ $json.withdrawalAmount }}',
		placeholder: 'e.g. IDR 58532500.00',
		displayOptions: { show: { compareWithInquiry: [true] } },
		description:
			'The amount that the inquiry gave. Where another node stands between the inquiry and this one, take it from the node of the inquiry.',
	},
	{
		displayName: 'Account Holder Name',
		name: 'accountHolderName',
		type: 'string',
		default: '',
		required: true,
		description: 'As the inquiry gave it',
	},
	{
		displayName: 'Bank Account Number',
		name: 'bankAccountNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12345678',
		description: 'As the inquiry gave it',
	},
	{
		displayName: 'Bank Name',
		name: 'bankName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. BANK BCA',
		description: 'As the inquiry gave it',
	},
	{
		displayName: 'Bank Code',
		name: 'bankCode',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 014',
		description: 'As the inquiry gave it',
	},
	REQUEST_ID,
];
