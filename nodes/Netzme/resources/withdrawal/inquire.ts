import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { enveloped, MAKES_REQUEST_ID, REQUEST_ID, sentRequestId } from '../../request-id';

/**
 * POST /api/aggregator/merchant/qr/withdraw/inquiry ("Withdraw", Withdraw Inquiry). It tells amount
 * and bank account of a withdrawal and changes nothing, so it is a read although it is a POST.
 */
export const inquire: Operation = {
	value: 'inquire',
	name: 'Inquire',
	action: 'Inquire about a withdrawal',
	description: 'Get the amount that can be withdrawn and the bank account it goes to',
	properties: [MERCHANT_ID, REQUEST_ID],
	isRead: true,
	makes: MAKES_REQUEST_ID,
	request: (parameters, account) => ({
		method: 'POST',
		path: '/api/aggregator/merchant/qr/withdraw/inquiry',
		...enveloped('withdraw_inquiry', { userId: merchantId(parameters, account) }, parameters),
	}),
	items: (answer, { request }) => [{ ...bodyOf(answer), requestId: sentRequestId(request) }],
};
