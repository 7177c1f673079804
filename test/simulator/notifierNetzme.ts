import { rupiah } from './netzmeAnswers';
import type { Sending } from './notifier';

type Fields = Record<string, unknown>;

/** A payment: what Netzme tells a webhook, and what it knows of the transaction when asked. */
export interface Payment {
	/** The callback. */
	sending: Sending;
	/** For `putTransaction` of the simulator. */
	known: {
		kind: 'invoice' | 'qris' | 'withdrawal';
		id: string;
		transaction: Fields;
		/** Its entry in the list of transactions. */
		listed?: Fields;
	};
}

/** The fields of the answer that Netzme documents for an invoice, in its order. */
const ANSWERED = ['id', 'transaction_id', 'status', 'merchant', 'payment_time'];

/**
 * As on the page "Payment Success Callback (Invoice)", with invented values; so is the answer that it
 * expects.
 */
export function invoicePayment(at: number, changes: Fields = {}): Payment {
	const transaction_id = `trx_order_${at}`;
	const amount = 15000 + at;
	const callback: Fields = {
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
	const answer = Object.fromEntries(ANSWERED.map((name) => [name, callback[name]]));
	return {
		sending: { body: JSON.stringify(callback), acknowledgement: JSON.stringify(answer) },
		known: { kind: 'invoice', id: transaction_id, transaction },
	};
}

/**
 * As on the page "Payment Success Callback (QRIS)", with invented values. Own choice: its `referenceId`
 * is the RRN; {@link qrisReferencePayment} takes them for two.
 */
export function qrisPayment(at: number, changes: Fields = {}): Payment {
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

/**
 * The same with a `referenceId` of 16 digits, as in the sample of the page, beside an RRN of 12 (ISO
 * 8583, field 37), by which alone Netzme can be asked. The list of the day has it, with the fields of
 * the SNAP variant.
 */
export function qrisReferencePayment(at: number, changes: Fields = {}): Payment {
	const referenceId = String(5_700_000_000_000_000 + at);
	const { sending, known } = qrisPayment(at, { referenceId, ...changes });
	const listed = {
		transactionId: `order_${at}`,
		type: 'PAYMENT',
		status: 'SUCCESS',
		amount: rupiah(2100),
		totalAmount: rupiah(2100),
		feeAmount: rupiah(15),
		paymentMethod: 'QRIS',
		merchantId: 'M_test0001',
		createdTs: '2026-01-31T13:21:50.000+07:00',
		paidTs: '2026-01-31T13:21:54.629+07:00',
	};
	return { sending, known: { ...known, listed } };
}

/**
 * A withdrawal that has come about. Own choice: Netzme documents the callback for SNAP alone
 * (`originalReferenceNo` is the request ID there), so the other names are those of the request.
 */
export function withdrawalNotice(at: number, changes: Fields = {}): Payment {
	const requestId = `aggregatortest20260131131500${String(at).padStart(4, '0')}`;
	const callback = { requestId, status: 'SUCCESS', ...changes };
	const transaction = {
		customerReffNum: `20260131091038587${at}`,
		userId: 'M_test0001',
		withdrawalAmount: rupiah(50000 + at),
		bankAccountNumber: '12345678',
		bankName: 'TEST BANK',
		requestId,
		status: 'SUCCESS',
	};
	return {
		sending: { body: JSON.stringify(callback) },
		known: { kind: 'withdrawal', id: requestId, transaction },
	};
}

/** Payments of both kinds, each with a number of its own: `order_0` on. */
export function netzmePayments(count: number): Payment[] {
	return Array.from({ length: count }, (_, at) =>
		at % 3 === 2 ? qrisPayment(at) : invoicePayment(at),
	);
}
