import type { INodeProperties } from 'n8n-workflow';

/** Whose purchase it is. */
export const MERCHANT_UID_PROPERTY: INodeProperties = {
	displayName: 'Merchant UID',
	name: 'merchantUid',
	type: 'string',
	default: '',
	placeholder: 'e.g. mer_...',
	hint: 'Leave empty to use the one of the credential',
};

/** Which company it is: all its payment solutions together. */
export const COMPANY_UID_PROPERTY: INodeProperties = {
	displayName: 'Company UID',
	name: 'companyUid',
	type: 'string',
	default: '',
	placeholder: 'e.g. cmp_...',
};
