import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enc, SHA256 } from 'crypto-js';
import { minified } from './minified';
import { idr, type Fields } from './netzmeSnapAnswers';
import { invoiceTransaction, qrisTransaction } from './netzmeSnapTransactions';
import type { Sending } from './notifier';

/** What Netzme tells a webhook by SNAP BI, and what it knows of the transaction when asked. */
export interface SnapPayment {
	body: Fields;
	/** For `putTransaction` of the simulator. */
	known: { kind: 'invoice' | 'qris' | 'withdrawal'; id: string; transaction: Fields };
}

/** Published by Midtrans for demonstration, see test/vectors: here it is Netzme's. */
const { privateKey } = JSON.parse(
	readFileSync(join(__dirname, '..', 'vectors', 'snap-bi.json'), 'utf8'),
) as { privateKey: string };

/** As on the page "Payment Success Callback (Invoice)", with invented values. */
export function snapInvoicePayment(at: number, changes: Fields = {}): SnapPayment {
	const id = `trx_snap_${at}`;
	const amount = 15_000 + at;
	const transaction = invoiceTransaction(amount);
	return {
		body: {
			originalReferenceNo: `NETZ-INV-${at}`,
			originalPartnerReferenceNo: id,
			latestTransactionStatus: '00',
			transactionStatusDesc: 'Success',
			amount: idr(amount),
			netAmount: idr(amount),
			feeAmount: idr(0),
			additionalInfo: {
				custIdMerchant: 'M_test0001',
				bankCode: '014',
				paymentTime: '2026-01-31T16:12:13+07:00',
				paymentMethod: 'BANK_TRANSFER',
				paymentChannel: 'BCA',
				transactionId: id,
			},
			...changes,
		},
		known: {
			kind: 'invoice',
			id,
			transaction: {
				...transaction,
				referenceNo: id,
				additionalInfo: { ...Object(transaction.additionalInfo), invoiceId: `NETZ-INV-${at}` },
			},
		},
	};
}

/** As on the page "Payment Success Callback QRIS", with invented values. */
export function snapQrisPayment(at: number, changes: Fields = {}): SnapPayment {
	const rrn = String(300_000_000_000 + at);
	return {
		body: {
			originalReferenceNo: rrn,
			latestTransactionStatus: '00',
			transactionStatusDesc: 'Success',
			amount: idr(2100),
			netAmount: idr(2085),
			feeAmount: idr(15),
			additionalInfo: {
				custIdMerchant: 'M_test0001',
				buyerUserId: '9360000000000000',
				customerPan: '9360000000000000',
				rrn,
				type: 'pay_qris',
			},
			...changes,
		},
		known: {
			kind: 'qris',
			id: rrn,
			transaction: qrisTransaction(2100, {
				originalPartnerReferenceNo: rrn,
				referenceNo: `t_${at}`,
			}),
		},
	};
}

/** As on the page "Withdraw Status Notification", with invented values. */
export function snapWithdrawal(at: number, changes: Fields = {}): SnapPayment {
	const id = `snapaggregator20260131131500${String(at).padStart(4, '0')}`;
	return {
		body: {
			originalReferenceNo: id,
			originalPartnerReferenceNo: `20260131091038587${at}`,
			latestTransactionStatus: '00',
			transactionStatusDesc: 'Success',
			amount: idr(50_000),
			...changes,
		},
		known: {
			kind: 'withdrawal',
			id,
			transaction: {
				withdrawalAmount: idr(50_000),
				additionalInfo: { status: 'SUCCESS', bankName: 'TEST BANK' },
			},
		},
	};
}

/** A callback with the token of the credential. */
export const withToken = ({ body }: Pick<SnapPayment, 'body'>, token: string): Sending => ({
	body: JSON.stringify(body),
	headers: { 'x-callback-token': token },
});

/** A callback with Netzme's signature, its body with white space. */
export function withSignature(
	{ body }: Pick<SnapPayment, 'body'>,
	{ path = '/', timestamp = '2026-01-31T16:12:13+07:00' } = {},
): Sending {
	const text = JSON.stringify(body, null, 2);
	const digest = SHA256(enc.Latin1.parse(minified(Buffer.from(text)))).toString(enc.Hex);
	const signature = createSign('sha256')
		.update(`POST:${path}:${digest}:${timestamp}`)
		.sign(privateKey, 'base64');
	return { body: text, headers: { 'x-timestamp': timestamp, 'x-signature': signature } };
}
