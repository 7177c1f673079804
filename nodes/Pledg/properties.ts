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
