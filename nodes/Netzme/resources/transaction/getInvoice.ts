import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf, only } from '../../answers';

/** GET /api/aggregator/merchant/invoice/transaction/{id} ("Get Invoice Transaction"). */
export const getInvoice: Operation = {
	value: 'getInvoice',
	name: 'Get Invoice Transaction',
	action: 'Get an invoice transaction',
	description: 'Get what became of an invoice: paid, open or expired',
	properties: [
		{
			displayName: 'Invoice Transaction ID',
			name: 'invoiceTransactionId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. fc841c08dcf04bfd914f68e1c57dd1dd',
			description: 'The trxId of the answer when the invoice was created',
		},
	],
	request: (parameters) => {
		const id = requiredPathStep(parameters, 'invoiceTransactionId', 'Invoice Transaction ID');
		return { method: 'GET', path: `/api/aggregator/merchant/invoice/transaction/${id}` };
	},
	items: (answer) => [bodyOf(answer)],
	simplify: only([
		'id',
		'invoiceId',
		'invoiceStatus',
		'status',
		'amount',
		'totalAmount',
		'feeAmount',
		'payMethod',
		'paymentUrl',
		'expiredTs',
		'paidTs',
	]),
};
