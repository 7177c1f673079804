import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { contentOf, picked } from '../../snap/answers';
import { snapRead } from '../../snap/request';
import { getInvoice } from './getInvoice';

/** POST /api-invoice/v2.0/transaction-history-detail ("Get Invoice Transaction", SNAP BI). */
export const getInvoiceSnap: Operation = {
	value: 'getInvoiceSnap',
	name: 'Get Invoice Transaction (SNAP BI)',
	action: 'Get an invoice transaction by SNAP BI',
	description: 'Get what became of an invoice: paid, open or closed',
	properties: getInvoice.properties,
	isRead: true,
	request: (parameters, account) => {
		const id = requiredId(parameters, 'invoiceTransactionId', 'Invoice Transaction ID');
		return snapRead(
			'/api-invoice/v2.0/transaction-history-detail',
			account,
			(partnerReferenceNo) => ({
				originalPartnerReferenceNo: id,
				additionalInfo: { partnerReferenceNo },
			}),
		);
	},
	items: (answer) => [contentOf(answer)],
	simplify: picked([
		'referenceNo',
		'type',
		'status',
		'invoiceId',
		'invoiceStatus',
		'amount',
		'totalAmount',
		'feeAmount',
		'payMethod',
		'paymentUrl',
		'expiredTs',
		'paidTs',
	]),
};
