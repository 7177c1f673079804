import type { IDataObject } from 'n8n-workflow';
import { idOf, isId, type Callback } from './callback';

/** Fields of `additionalInfo` that callbacks of the kinds have, and those of the others have not. */
const OF_INVOICES = ['paymentTime', 'paymentMethod', 'paymentChannel', 'qrDetail', 'transactionId'];
const OF_QRIS = ['rrn', 'buyerUserId', 'customerPan', 'invoiceNumber', 'acquirerName'];
/** As SNAP BI numbers the states of a transaction. */
const PAID = '00';

/**
 * Reads a callback of SNAP BI: what it says under the names of the other family, so that the two are
 * compared with Netzme's records by the same rules. Undefined where there is nothing to ask by.
 *
 * @see Netzme, "Payment Success Callback (Invoice)", "Payment Success Callback QRIS", "Withdraw
 * Status Notification"
 */
export function readSnapCallback(body: IDataObject): Callback | undefined {
	const reference = idOf(body.originalReferenceNo);
	const partner = idOf(body.originalPartnerReferenceNo);
	if (![reference, ...(partner === '' ? [] : [partner])].every(isId)) return undefined;
	const info = objectOf(body.additionalInfo);
	const has = (names: string[]) => names.some((name) => name in info);
	const { amount } = body;
	const said = { amount, merchant: info.custIdMerchant };
	if (has(OF_INVOICES)) {
		if (partner === '') return undefined;
		const { rrn } = objectOf(info.qrDetail);
		const status = statusOf(body, 'paid');
		const ids = { id: reference, transaction_id: partner, trxId: info.transactionId };
		const notification = { ...said, ...ids, status, ...(rrn !== undefined && { rrn }) };
		return { kind: 'invoice', transactionId: partner, notification };
	}
	if (has(OF_QRIS)) {
		const notification = { ...said, rrn: reference, status: statusOf(body, 'paid') };
		return { kind: 'qris', transactionId: reference, notification };
	}
	const { latestTransactionStatus } = body;
	const notification = { ...said, requestId: reference, latestTransactionStatus };
	return { kind: 'withdrawal', transactionId: reference, notification };
}

/** What Netzme knows of a transaction, under the names of the other family. */
export function recordOf({ kind, transactionId }: Callback, transaction: IDataObject): IDataObject {
	const info = objectOf(transaction.additionalInfo);
	const { referenceNo, amount, status = info.status } = transaction;
	const merchantId = info.custIdMerchant;
	if (kind === 'withdrawal') {
		const { partnerReferenceNo, withdrawalAmount } = transaction;
		// Which of the two is the one that was asked for, the page does not say.
		const isNamed = [referenceNo, partnerReferenceNo].includes(transactionId);
		return {
			...(isNamed && { requestId: transactionId }),
			withdrawalAmount,
			amount,
			status: info.status ?? status,
		};
	}
	if (kind === 'qris') {
		const rrn = transaction.originalPartnerReferenceNo ?? transactionId;
		return { rrn, transactionId: referenceNo, amount, status, merchantId };
	}
	// The page calls this the ID of the invoice transaction, the field that of the invoice.
	const isOwn = info.invoiceId !== transactionId && info.invoiceId !== referenceNo;
	return {
		transactionId: referenceNo,
		...(isOwn && { invoiceId: info.invoiceId }),
		invoiceStatus: info.invoiceStatus,
		amount,
		totalAmount: info.totalAmount,
		status,
		merchantId,
	};
}

/** What Netzme expects in the answer to a callback. */
export function snapAnswer({ originalReferenceNo }: IDataObject): IDataObject {
	return {
		responseCode: '2000000',
		responseMessage: 'Successful',
		additionalInfo: { originalReferenceNo },
	};
}

function statusOf({ latestTransactionStatus: status }: IDataObject, paid: string): string {
	return idOf(status) === PAID ? paid : idOf(status);
}

function objectOf(value: unknown): IDataObject {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as IDataObject) : {};
}
