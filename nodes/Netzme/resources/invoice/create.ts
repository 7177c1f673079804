import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';
import { optionalId, requiredId, requiredText } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { wholeRupiah } from '../../amount';
import { merchantId } from '../../merchant-id';
import { INVOICE_OPTIONS } from './create-options';
import { INVOICE_PROPERTIES } from './create-properties';
import { fullName, optionalFields } from './fields';
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
					payment_method: requiredId(parameters, 'paymentMethod', 'Payment Method'),
					amount_detail: { basicAmount: amount, shippingAmount: 0 },
					...optionalFields(options),
				},
			},
			...reference(options),
		};
	},
	items: (answer) => [answerObject(answerObject(answer).result)],
};

/** All of these are mandatory; the notes repeat the description unless the options have others. */
function buyerAndGoods(parameters: Parameters): IDataObject {
	const description = requiredText(parameters, 'description', 'Description');
	return {
		fullname: fullName(parameters),
		email: requiredId(parameters, 'email', 'Email'),
		phone_number: requiredId(parameters, 'phoneNumber', 'Phone Number'),
		description,
		notes: description,
		image_url: '',
		commission_percentage: 0,
		type: 'single',
		fee_type: 'on_seller',
	};
}

function reference(options: IDataObject): { reference?: string } {
	const id = optionalId(options, 'partnerTransactionId', 'Partner Transaction ID');
	return id === '' ? {} : { reference: `Partner Transaction ID ${id}` };
}
