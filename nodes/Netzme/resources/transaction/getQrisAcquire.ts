import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf, only } from '../../answers';

/** GET /api/aggregator/merchant/qris/acquire/transaction/{rrn} ("Get QRIS Acquire Transaction"). */
export const getQrisAcquire: Operation = {
	value: 'getQrisAcquire',
	name: 'Get QRIS Acquire Transaction',
	action: 'Get a QRIS acquire transaction',
	description: 'Get a payment by QRIS by its retrieval reference number',
	properties: [
		{
			displayName: 'RRN',
			name: 'rrn',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 306410381877',
			description: 'The retrieval reference number of the payment',
		},
	],
	request: (parameters) => {
		const rrn = requiredPathStep(parameters, 'rrn', 'RRN');
		return { method: 'GET', path: `/api/aggregator/merchant/qris/acquire/transaction/${rrn}` };
	},
	items: (answer) => [bodyOf(answer)],
	simplify: only([
		'rrn',
		'transactionId',
		'invoiceNumber',
		'invoiceTransactionId',
		'status',
		'amount',
		'mdrAmount',
		'merchantName',
		'issuerId',
		'terminalId',
		'ts',
	]),
};
