import { requiredInteger } from '../../../shared/fields/number';
import type { Operation, Parameters } from '../../../shared/provider';
import { withAnswer } from '../../answer';
import { PURCHASE_UID_PROPERTY, purchasePath, purchaseUid } from './purchase';

const amountCents = (parameters: Parameters) =>
	requiredInteger(parameters, 'amountCents', 'Amount (Cents)', 1);

/** Pledg, "Refunds", the failures of the transfer mode. */
const ADVICE = {
	400: 'Either the amount is more than can still be refunded, or Pledg has no transfer order item for this purchase yet: then try again later.',
	409: 'A purchase that was paid by virtual card is not refunded by transfer: refund the card with the payment service that charged it.',
	425: 'Pledg has got the same refund within this minute. Look into the dashboard whether that one was carried out. Only if the customer is to get as much once more, send it again after a minute.',
};

/** POST /api/purchases/{purchase_uid}/credit_by_transfer (Pledg, "Refunds", "Transfer mode"). */
export const creditByTransfer: Operation = {
	value: 'creditByTransfer',
	name: 'Credit by Transfer',
	action: 'Credit a purchase by transfer',
	description: 'Refund a purchase that was paid by transfer, in part or in full',
	properties: [
		{
			displayName:
				'Pledg wants the access token here. Basic authentication, which is the dashboard login, is deprecated for refunds: choose Access Token in the credential.',
			name: 'tokenNotice',
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
	advice: ADVICE,
	items: (body, { parameters }) => [
		withAnswer(
			{ purchase_uid: purchaseUid(parameters), amount_cents: amountCents(parameters) },
			body,
		),
	],
};
