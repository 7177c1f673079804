import { rupiah } from './netzmeAnswers';
import type { Sending } from './notifier';

/** A payment: what Netzme tells a webhook, and what it knows of the transaction when asked. */
export interface Payment {
	/** The callback. */
	sending: Sending;
	/** For `putTransaction` of the simulator. */
	known: { kind: 'invoice' | 'qris'; id: string; transaction: Record<string, unknown> };
}

/** As on the page "Payment Success Callback (Invoice)", with invented values. */
export function invoicePayment(at: number, changes: Record<string, unknown> = {}): Payment {
	const transaction_id = `trx_order_${at}`;
	const amount = 15000 + at;
	const callback = {
		id: `NETZ-INV-${at}`,
		transaction_id,
		status: 'paid',
		merchant: 'M_test0001',
		payment_time: '2026-01-31T16:12:13.646+07:00',
		fee: 0,
		amount,
		netAmount: amount,
		paymentMethod: 'BANK_TRANSFER',
		...changes,
	};
	const transaction = {
		invoiceId: `NETZ-INV-${at}`,
		invoiceStatus: 'SUCCESS',
		status: 'SUCCESS',
		amount: rupiah(amount),
		totalAmount: rupiah(amount),
		feeAmount: rupiah(0),
		payMethod: 'BANK_TRANSFER',
		paidTs: '2026-01-31T16:12:13.646+07:00',
	};
	return {
		sending: { body: JSON.stringify(callback) },
		known: { kind: 'invoice', id: transaction_id, transaction },
	};
}

/** As on the page "Payment Success Callback (QRIS)", with invented values. */
export function qrisPayment(at: number, changes: Record<string, unknown> = {}): Payment {
	const rrn = String(300_000_000_000 + at);
	const callback = {
		merchantUserId: 'M_test0001',
		buyerUserId: '9360000000000000',
		netAmount: rupiah(2085),
		merchantFee: rupiah(15),
		transactionId: `order_${at}`,
		ts: '2026-01-31 13:21:54.629000+0700',
		amount: rupiah(2100),
		status: '100',
		statusMessage: 'success',
		type: 'pay_qris',
		referenceId: rrn,
		...changes,
	};
	const transaction = {
		rrn,
		transactionId: `order_${at}`,
		status: 'SUCCESS',
		amount: rupiah(2100),
		mdrAmount: rupiah(15),
	};
	return {
		sending: { body: JSON.stringify(callback) },
		known: { kind: 'qris', id: rrn, transaction },
	};
}

/** Payments of both kinds, each with a number of its own: `order_0` on. */
export function netzmePayments(count: number): Payment[] {
	return Array.from({ length: count }, (_, at) =>
		at % 3 === 2 ? qrisPayment(at) : invoicePayment(at),
	);
}
