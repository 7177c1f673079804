import type { Operation } from '../../../shared/provider';
import { withAnswer } from '../../answer';
import { PURCHASE_UID_PROPERTY, purchasePath, purchaseUid } from './purchase';

/** POST /api/purchases/{purchase_uid}/release (Pledg, "Refunds", "Front and back modes"). */
export const release: Operation = {
	value: 'release',
	name: 'Release',
	action: 'Release a purchase',
	description:
		'Give back a purchase whose virtual card was not debited yet; Pledg refunds the customer at once',
	properties: [PURCHASE_UID_PROPERTY],
	request: (parameters, account) => ({
		method: 'POST',
		path: purchasePath(parameters, account, 'release'),
		reference: `Purchase ${purchaseUid(parameters)}`,
	}),
	items: (body, { parameters }) => [withAnswer({ purchase_uid: purchaseUid(parameters) }, body)],
};
