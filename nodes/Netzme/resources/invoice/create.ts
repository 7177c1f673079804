import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';
import { requiredId, requiredText } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { wholeRupiah } from '../../amount';
import { merchantId } from '../../merchant-id';
import { INVOICE_OPTIONS } from './create-options';
import { INVOICE_PROPERTIES } from './create-properties';
import { buyerAndGoods, optionalFields, reference } from './fields';
import { itemDetails } from './item-details';
import { payHost } from './pay-host';

/**
 * POST /api/v1/invoice/createTransaction on the pay host ("Create Invoice Transaction"): a static
 * token that the credential attaches, no signature.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an invoice',
	description:
		'Create an invoice with a link for paying it; needs the invoice token of the credential',
	properties: INVOICE_PROPERTIES,
	options: INVOICE_OPTIONS,
	request: (parameters, account) => {
		const merchant = merchantId(parameters, account);
		const amount = wholeRupiah(parameters, 'amount', 'Amount');
		const options = optionsOf(parameters);
		return {
			method: 'POST',
			path: '/api/v1/invoice/createTransaction',
			...payHost(account, merchant),
			body: {
				request: {
					merchant,
					amount,
					...buyerAndGoods(parameters),
					type: 'single',
					...paymentMethod(parameters),
					amount_detail: { basicAmount: amount, shippingAmount: 0 },
					...optionalFields(options),
				},
			},
			...reference(options),
		};
	},
	items: (answer) => [answerObject(answerObject(answer).result)],
};

/** A card is charged only where Netzme knows the address and what is sold. */
function paymentMethod(parameters: Parameters): IDataObject {
	const method = requiredId(parameters, 'paymentMethod', 'Payment Method');
	if (method !== 'CREDIT_CARD') return { payment_method: method };
	return {
		payment_method: method,
		address: requiredText(parameters, 'address', 'Address'),
		item_details: itemDetails(parameters),
	};
}
