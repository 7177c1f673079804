import type { IDataObject } from 'n8n-workflow';
import { readCallback } from '../../nodes/Netzme/trigger/callback';
import {
	invoicePayment,
	qrisPayment,
	withdrawalNotice,
	type Payment,
} from '../simulator/notifierNetzme';

const bodyOf = ({ sending }: Payment) => JSON.parse(sending.body) as IDataObject;
const invoice = invoicePayment(1);
const qris = qrisPayment(1);
const withdrawal = withdrawalNotice(1);

describe('a callback', () => {
	it.each<[string, IDataObject, string, string]>([
		['of an invoice', bodyOf(invoice), 'invoice', 'trx_order_1'],
		[
			'of an invoice paid by QRIS',
			{ ...bodyOf(invoice), referenceId: '3' },
			'invoice',
			'trx_order_1',
		],
		[
			'with the name of the field when an invoice is created',
			{ trxId: 'e337a47dc0ca4fe28e9ae1c2969dcbf5', amount: 1, status: 'paid' },
			'invoice',
			'e337a47dc0ca4fe28e9ae1c2969dcbf5',
		],
		['of a payment by QRIS', bodyOf(qris), 'qris', '300000000001'],
		['with an RRN by its name', { ...bodyOf(qris), rrn: 'P9CY11' }, 'qris', 'P9CY11'],
		[
			'of a payment by QRIS without a reference',
			{ ...bodyOf(qris), referenceId: null },
			'qris',
			'order_1',
		],
		['of a withdrawal', bodyOf(withdrawal), 'withdrawal', withdrawal.known.id],
		[
			'of a withdrawal, as SNAP names it',
			{
				originalReferenceNo: 'r1',
				originalPartnerReferenceNo: 'p1',
				latestTransactionStatus: '00',
			},
			'withdrawal',
			'r1',
		],
		[
			'of an invoice, with a request ID',
			{ ...bodyOf(invoice), requestId: 'r1' },
			'invoice',
			'trx_order_1',
		],
		['with a number for an ID', { ...bodyOf(invoice), transaction_id: 7 }, 'invoice', '7'],
		[
			'with a long number for an ID',
			{ ...bodyOf(invoice), transaction_id: '12345678901234567890' },
			'invoice',
			'12345678901234567890',
		],
		[
			'with slashes in its ID',
			{ ...bodyOf(invoice), transaction_id: 'INV/1/é' },
			'invoice',
			'INV/1/é',
		],
		[
			'with a question mark in its ID',
			{ ...bodyOf(invoice), transaction_id: 'a?b=c' },
			'invoice',
			'a?b=c',
		],
		['without amount and status', { transaction_id: 't1' }, 'invoice', 't1'],
	])('is asked for by its ID: %s', (_what, body, kind, transactionId) =>
		expect(readCallback(body)).toEqual({ kind, transactionId, notification: body }),
	);

	it.each<[string, IDataObject]>([
		['alone', { data: bodyOf(invoice) }],
		['of an answer', { requestId: 'x', type: 'paid', status: 100, data: bodyOf(invoice) }],
	])('may be wrapped in the data %s', (_what, body) =>
		expect(readCallback(body)).toEqual(readCallback(bodyOf(invoice))),
	);

	it.each<[string, IDataObject, string]>([
		['beside its own ID', { ...bodyOf(invoice), data: { transaction_id: 'other' } }, 'trx_order_1'],
		['that name none', { requestId: 'r1', status: 'SUCCESS', data: { note: 'x' } }, 'r1'],
		['that are a list', { requestId: 'r1', data: [bodyOf(invoice)] }, 'r1'],
	])('is not looked for in data %s', (_what, body, transactionId) =>
		expect(readCallback(body)).toMatchObject({ transactionId, notification: body }),
	);

	it.each<[string, IDataObject]>([
		['nothing', {}],
		['an invoice ID alone', { id: 'NETZ-INV-1', status: 'paid', amount: 1 }],
		['another path for an ID', { ...bodyOf(invoice), transaction_id: '../../balance/detail' }],
		['another path at the end of an ID', { ...bodyOf(invoice), transaction_id: 'a/../b' }],
		['another path with backslashes', { ...bodyOf(invoice), transaction_id: '..\\x' }],
		// A server may take them for the ID without.
		['a slash at the end of an ID', { ...bodyOf(invoice), transaction_id: 'trx_order_1/' }],
		['two slashes in an ID', { ...bodyOf(invoice), transaction_id: 'trx//1' }],
		['a zero-width space in an ID', { ...bodyOf(invoice), transaction_id: 'trx_\u200border_1' }],
		[
			'a zero-width space behind an ID',
			{ ...bodyOf(invoice), transaction_id: 'trx_order_1\u200b' },
		],
		['a line break in an ID', { ...bodyOf(invoice), transaction_id: 'trx\n1' }],
		['half a character in an ID', { ...bodyOf(invoice), transaction_id: 'trx\ud83d' }],
		['dots for an ID', { ...bodyOf(invoice), transaction_id: '..' }],
		['a long ID', { ...bodyOf(invoice), transaction_id: 'a'.repeat(101) }],
		['an object for an ID', { ...bodyOf(invoice), transaction_id: { a: 1 } }],
		// Else an own paid invoice could be asked for, and another one's ID be emitted as verified.
		[
			'a list for an ID, another one beside it',
			{ ...bodyOf(invoice), transaction_id: ['trx_order_2'], trxId: 'trx_order_1' },
		],
		['a list for what is compared', { ...bodyOf(invoice), id: ['NETZ-INV-2'] }],
		['a list for an RRN, a reference beside it', { ...bodyOf(qris), rrn: ['300000000002'] }],
		['a list for an invoice ID, an RRN beside it', { ...bodyOf(qris), transaction_id: ['trx'] }],
		['an RRN that lost digits', { ...bodyOf(qris), referenceId: 2 ** 60 }],
		['a list for an ID in its data', { data: { ...bodyOf(invoice), transaction_id: ['x'] } }],
		['a list for an ID, all of it in data', { transaction_id: ['x'], data: bodyOf(invoice) }],
		['a list for an RRN of an invoice', { ...bodyOf(invoice), rrn: ['300000000001'] }],
		['an object for a request ID', { ...bodyOf(withdrawal), originalReferenceNo: { a: 1 } }],
		[
			'a payment as SNAP tells of it',
			{
				originalReferenceNo: 'invoice_1',
				originalPartnerReferenceNo: 'trx_1',
				latestTransactionStatus: '00',
				amount: { value: '15000.00', currency: 'IDR' },
				additionalInfo: { paymentMethod: 'QRIS', qrDetail: { rrn: '300000000001' } },
			},
		],
	])('is none with %s', (_what, body) => expect(readCallback(body)).toBeUndefined());
});
