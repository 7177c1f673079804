import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { contentOf, picked } from '../../snap/answers';
import { snapRead } from '../../snap/request';
import { getQrisAcquire } from './getQrisAcquire';

/** POST /api-qris/v2.0/transaction-history-detail ("Get QRIS Acquire Transaction", SNAP BI). */
export const getQrisAcquireSnap: Operation = {
	value: 'getQrisAcquireSnap',
	name: 'Get QRIS Acquire Transaction (SNAP BI)',
	action: 'Get a QRIS acquire transaction by SNAP BI',
	description: 'Get a payment by QRIS by its retrieval reference number',
	properties: getQrisAcquire.properties,
	isRead: true,
	request: (parameters, account) => {
		const rrn = requiredId(parameters, 'rrn', 'RRN');
		return snapRead('/api-qris/v2.0/transaction-history-detail', account, (partnerReferenceNo) => ({
			originalPartnerReferenceNo: rrn,
			additionalInfo: { partnerReferenceNo },
		}));
	},
	items: (answer) => [contentOf(answer)],
	simplify: picked([
		'originalPartnerReferenceNo',
		'referenceNo',
		'type',
		'status',
		'amount',
		'mdrAmount',
		'invoiceNumber',
		'invoiceTransactionId',
		'merchantName',
		'issuerId',
		'terminalId',
		'dateTime',
	]),
};
