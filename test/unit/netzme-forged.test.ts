import type { IDataObject } from 'n8n-workflow';
import { verdictOn, type Records } from './netzme-records';

/**
 * What somebody might send who knows the URL and payments of his own: their IDs stand on receipts and
 * payment pages. None of it may come out as verified, nor a second time.
 */
const PAID = { status: 'SUCCESS', amount: 'IDR 2100.00' };
const MINE = { ...PAID, rrn: '300000000001', transactionId: 'mine' };
const CALLBACK = { amount: 2100, status: '100', merchantUserId: 'M_1', ts: '2026-01-31 10:00:00' };
const INVOICE = { amount: 2100, status: 'paid' };

describe('a forged callback', () => {
	it.each<[string, IDataObject, Records]>([
		[
			"an RRN of somebody else's, found by the own reference",
			{ ...CALLBACK, rrn: '300000000002', referenceId: MINE.rrn },
			{ acquired: { [MINE.rrn]: MINE } },
		],
		[
			'the same where Netzme names no RRN',
			{ ...CALLBACK, rrn: '300000000002', referenceId: MINE.rrn },
			{ acquired: { [MINE.rrn]: { ...PAID, referenceId: MINE.rrn } } },
		],
		[
			'an RRN of somebody else, found in the list by the own transaction ID',
			{ ...CALLBACK, rrn: '300000000002', transactionId: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine' }]] },
		],
		[
			'a reference of somebody else, which Netzme names',
			{ ...CALLBACK, referenceId: 'yours', transactionId: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine', referenceId: 'other' }]] },
		],
		[
			'a transaction ID of somebody else',
			{ ...CALLBACK, referenceId: MINE.rrn, transactionId: 'yours' },
			{ acquired: { [MINE.rrn]: MINE } },
		],
		[
			'another amount in the list',
			{ ...CALLBACK, transactionId: 'mine', amount: 2101 },
			{ pages: [[{ ...PAID, transactionId: 'mine' }]] },
		],
		[
			'the amount of one and the ID of another in the list',
			{ ...CALLBACK, transactionId: 'mine', amount: 2100 },
			{
				pages: [
					[
						{ ...PAID, transactionId: 'yours' },
						{ ...PAID, transactionId: 'mine', amount: 1 },
					],
				],
			},
		],
		[
			'a payment in the list that is still open',
			{ ...CALLBACK, transactionId: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine', status: 'INIT' }]] },
		],
		[
			'the payment of an invoice for one by QRIS, which would count twice',
			{ ...CALLBACK, transactionId: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine', invoiceId: 'NETZ-INV-1' }]] },
		],
		[
			'a withdrawal for a payment',
			{ ...CALLBACK, transactionId: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine', type: 'WITHDRAW' }]] },
		],
		[
			'a payout for a payment',
			{ ...CALLBACK, transactionId: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine', type: 'payout' }]] },
		],
		[
			'the own ID as another field than it is',
			{ ...CALLBACK, rrn: 'mine' },
			{ pages: [[{ ...PAID, transactionId: 'mine' }]] },
		],
		[
			'another merchant',
			{ ...INVOICE, transaction_id: 'mine', merchant: 'M_2' },
			{ invoices: { mine: { ...PAID, merchantId: 'M_1' } } },
		],
		[
			'two IDs of invoices, the second one own',
			{ ...INVOICE, transaction_id: 'yours', trxId: 'mine' },
			{ invoices: { mine: PAID } },
		],
		[
			'two IDs of invoices, the first one own',
			{ ...INVOICE, transaction_id: 'mine', trxId: 'yours' },
			{ invoices: { mine: PAID } },
		],
		[
			'an RRN beside an own invoice that was paid by another',
			{ ...INVOICE, transaction_id: 'mine', rrn: '300000000002' },
			{ invoices: { mine: { ...PAID, rrn: '300000000001' } } },
		],
		[
			'an ID that the server reads as another one',
			{ ...INVOICE, transaction_id: 'mine?x' },
			{ invoices: { 'mine?x': { ...PAID, trxId: 'mine' } } },
		],
		[
			'the same where Netzme names no ID',
			{ ...INVOICE, transaction_id: 'mine;x' },
			{ invoices: { 'mine;x': PAID } },
		],
		[
			'data of an own invoice beside the ID of another',
			{ ...INVOICE, transaction_id: 'yours', data: { ...INVOICE, transaction_id: 'mine' } },
			{ invoices: { mine: PAID } },
		],
		[
			'an open invoice with the word in another field',
			{ ...INVOICE, status: 'INIT', invoiceStatus: 'paid', transaction_id: 'mine' },
			{ invoices: { mine: PAID } },
		],
		[
			'another currency',
			{ ...INVOICE, transaction_id: 'mine', amount: { value: '2100.00', currency: 'VND' } },
			{ invoices: { mine: PAID } },
		],
		[
			'an amount that is a thousand times as much somewhere',
			{ ...INVOICE, transaction_id: 'mine', amount: '2.100' },
			{ invoices: { mine: { ...PAID, amount: 'IDR 2.10' } } },
		],
	])('is not verified: %s', async (_what, body, records) => {
		expect((await verdictOn(body, records)).item?.json).toMatchObject({ verified: false });
		expect((await verdictOn(body, records, false)).verdict).toMatchObject({ refuse: 403 });
	});

	const direct = { acquired: { [MINE.rrn]: MINE, mine: MINE } };
	const listed = { pages: [[{ ...PAID, transactionId: 'mine' }]] };
	it.each<[string, IDataObject, Records]>([
		['by its RRN', { rrn: MINE.rrn }, direct],
		['by its RRN as reference', { referenceId: MINE.rrn }, direct],
		['by its transaction ID', { transactionId: 'mine' }, direct],
		['by all of them', { rrn: MINE.rrn, referenceId: MINE.rrn, transactionId: 'mine' }, direct],
		['by the list', { transactionId: 'mine' }, listed],
		['with a reference that is made up', { referenceId: 'a', transactionId: 'mine' }, listed],
		['with another one', { referenceId: 'b', transactionId: 'mine' }, direct],
		['with a request ID', { requestId: 'a', transactionId: 'mine' }, listed],
		['in other words', { status: 'PAID', transactionId: 'mine', amount: '2,100.00' }, direct],
	])('of a payment that was is a repeat: %s', async (_what, changes, records) => {
		const { item } = await verdictOn({ ...CALLBACK, ...changes }, records);
		expect(item).toMatchObject({
			id: '[true,"qris","mine","paid"]',
			json: { verified: true },
		});
	});
});
