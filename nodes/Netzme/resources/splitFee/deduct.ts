import { UserError, type IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../shared/fields/json';
import { requiredId, requiredText } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { asText, rupiah } from '../../amount';
import { itemWithRequestId } from '../../answers';
import { merchantId } from '../../merchant-id';
import { enveloped, MAKES_REQUEST_ID } from '../../request-id';
import { ADDITIONALS, DEDUCT_PROPERTIES } from './deduct-properties';

/** POST /api/aggregator/merchant/payment/notif ("Deduct Deposit & Split Fee"). */
export const deduct: Operation = {
	value: 'deduct',
	name: 'Deduct',
	action: 'Deduct deposit and split fee',
	description: 'Report a payment, so that its fee is deducted from the deposit and split',
	properties: DEDUCT_PROPERTIES,
	options: [ADDITIONALS],
	makes: MAKES_REQUEST_ID,
	request: (parameters, account) => {
		const body = {
			merchantId: merchantId(parameters, account),
			transactionId: requiredId(parameters, 'transactionId', 'Transaction ID'),
			sku: requiredId(parameters, 'sku', 'SKU'),
			productName: requiredText(parameters, 'productName', 'Product Name'),
			// "payment status only paid".
			paymentStatus: 'paid',
			paymentMethod: requiredId(parameters, 'paymentMethod', 'Payment Method'),
			bankName: requiredText(parameters, 'bankName', 'Bank Name'),
			paidAmount: paidAmount(parameters),
			mdrFeeAmount: asText(rupiah(parameters, 'mdrFeeAmount', 'MDR Fee')),
			...additionals(parameters),
		};
		return {
			method: 'POST',
			path: '/api/aggregator/merchant/payment/notif',
			...enveloped('payment_notification_to_split_fee', body, parameters),
		};
	},
	items: itemWithRequestId,
};

/** Nothing was paid where it is zero. */
function paidAmount(parameters: Parameters): string {
	const amount = rupiah(parameters, 'paidAmount', 'Paid Amount');
	if (amount.units !== '0') return asText(amount);
	throw new UserError('Paid Amount must be at least 1 rupiah', {
		description: 'Enter what the buyer paid in total. Nothing was sent.',
	});
}

function additionals(parameters: Parameters): IDataObject {
	const options = optionsOf(parameters);
	if ((options.additionals ?? undefined) === undefined) return {};
	return { additionals: jsonObject(options, 'additionals', 'Additionals (JSON)') };
}
