import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { requiredId, requiredPathStep } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { assertAuthentication } from '../../account';

export const PURCHASE_UID_PROPERTY: INodeProperties = {
	displayName: 'Purchase UID',
	name: 'purchaseUid',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. pur_...',
	description: 'What Pledg calls the purchase, as in a notification; it is not your own reference',
};

/**
 * The Purchase UID filled in.
 *
 * @throws UserError where it is empty, or no UID of a purchase
 */
export function purchaseUid(parameters: Parameters): string {
	const uid = requiredId(parameters, 'purchaseUid', 'Purchase UID');
	if (uid.startsWith('pur_')) return uid;
	throw new UserError('Purchase UID must begin with pur_', {
		description:
			'Enter what Pledg calls the purchase, e.g. from a notification. Your own reference does not do.',
	});
}

/**
 * The path of an action on a purchase.
 *
 * @throws UserError as {@link purchaseUid}, or where the credential only signs
 */
export function purchasePath(parameters: Parameters, account: IDataObject, action: string): string {
	assertAuthentication(
		account,
		['accessToken', 'dashboardLogin'],
		'This operation does not take a signature',
		'Choose Access Token or Dashboard Login as authentication in the credential.',
	);
	purchaseUid(parameters);
	return `/api/purchases/${requiredPathStep(parameters, 'purchaseUid', 'Purchase UID')}/${action}`;
}
