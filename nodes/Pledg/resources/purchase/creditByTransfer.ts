import { requiredInteger } from '../../../shared/fields/number';
import type { Operation, Parameters } from '../../../shared/provider';
import { withAnswer } from '../../answer';
import { PURCHASE_UID_PROPERTY, purchasePath, purchaseUid } from './purchase';

const amountCents = (parameters: Parameters) =>
	requiredInteger(parameters, 'amountCents', 'Amount (Cents)', 1);

/** POST /api/purchases/{purchase_uid}/credit_by_transfer (Pledg, "Refunds", "Transfer mode"). */
export const creditByTransfer: Operation = {
	value: 'creditByTransfer',
	name: 'Credit by Transfer',
	action: 'Credit a purchase by transfer',
	description: 'Refund a purchase that was paid by transfer, in part or in full',
	properties: [
		{
			displayName:
				'Pledg documents this with the dashboard login. Should it refuse the access token, choose Dashboard Login in the credential.',
			name: 'loginNotice',
			type: 'notice',
			default: '',
		},
		PURCHASE_UID_PROPERTY,
		{
			displayName: 'Amount (Cents)',
			name: 'amountCents',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 0,
			required: true,
			description:
				'What the customer gets back, in the smallest unit of the currency; at most the amount of the purchase',
		},
	],
	request: (parameters, account) => ({
		method: 'POST',
		path: purchasePath(parameters, account, 'credit_by_transfer'),
		body: { amount_cents: amountCents(parameters) },
		reference: `Purchase ${purchaseUid(parameters)}`,
	}),
	items: (body, { parameters }) => [
		withAnswer(
			{ purchase_uid: purchaseUid(parameters), amount_cents: amountCents(parameters) },
			body,
		),
	],
};
