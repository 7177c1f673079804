import { isText } from './call';
import { isObject } from './digest';
import { idr, service, type Fields, type NetzmeSnapState } from './netzmeSnapAnswers';

export const KNOWN_INVOICE = 'a1b2c3d4e5f64711a1b2c3d4e5f64711';
export const KNOWN_RRN = '000000000001';
const DAY = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d\+07:00$/;

/** With the fields of the page "Get Invoice Transaction", and invented values. */
export const invoiceTransaction = (amount: number, changes: Fields = {}): Fields => ({
	referenceNo: KNOWN_INVOICE,
	amount: idr(amount),
	type: 'PAYMENT',
	status: 'SUCCESS',
	dateTime: '2025-01-01T08:01:00.000+07:00',
	additionalInfo: {
		invoiceId: 'NETZ-INV-1',
		invoiceStatus: 'SUCCESS',
		custIdMerchant: 'M_test0001',
		payMethod: 'BANK_TRANSFER',
		totalAmount: idr(amount),
		feeAmount: idr(0),
		paidTs: '2025-01-01T08:01:00.000+07:00',
		fullName: 'Test Buyer',
	},
	...changes,
});

/** With the fields of the page "Get QRIS Acquire Transaction", and invented values. */
export const qrisTransaction = (amount: number, changes: Fields = {}): Fields => ({
	originalPartnerReferenceNo: KNOWN_RRN,
	amount: idr(amount),
	mdrAmount: idr(70),
	referenceNo: 'trx_1',
	dateTime: '2025-01-01T08:01:00.000+07:00',
	type: 'PAYMENT',
	status: 'SUCCESS',
	additionalInfo: {
		invoiceNumber: 'invoice_1',
		invoiceTransactionId: 'trx_1',
		merchantName: 'Test Merchant',
		customerPan: '9360000000000000',
		status: 'SUCCESS',
		terminalId: 'A01',
	},
	...changes,
});

export const freshInvoices = () => new Map([[KNOWN_INVOICE, invoiceTransaction(15_000)]]);
export const freshPayments = () => new Map([[KNOWN_RRN, qrisTransaction(10_000)]]);

/** What Netzme knows of a transaction from now on: `kind`, `id` to ask by, `transaction`. */
export function putTransaction(sent: Fields, { data }: NetzmeSnapState): void {
	const { kind, id, transaction } = sent;
	if (!isText(id) || !isObject(transaction)) throw new Error('id and transaction are required');
	const known = { qris: data.acquired, withdrawal: data.withdrawals };
	(known[kind as keyof typeof known] ?? data.invoices).set(id, transaction);
}

const listed = (number: number, day: string): Fields => ({
	amount: idr(10_000 + number),
	status: 'SUCCESS',
	type: 'PAYMENT',
	additionalInfo: {
		transactionId: `trx_${number}`,
		invoiceId: `invoice_${number}`,
		paymentMethod: 'QRIS',
		totalAmount: idr(10_070 + number),
		feeAmount: idr(70),
		createdTs: `${day}T08:00:00.000+07:00`,
		urlInvoice: `https://example.com/${number}`,
	},
});

/** The range may not begin and end on the same day ("Get Transaction List"). */
export const transactions = service('12', (sent, { account, faults }, { success, failure }) => {
	const [, from] = DAY.exec(String(sent.fromDateTime)) ?? [];
	const [, to] = DAY.exec(String(sent.toDateTime)) ?? [];
	if (!from || !to || to <= from) return failure(400, '01', 'Invalid Field Format toDateTime');
	if (!/^[1-9]\d*$/.test(String(sent.pageNumber)) || !isText(sent.pageNumber)) {
		return failure(400, '01', 'Invalid Field Format pageNumber');
	}
	if (Object(sent.additionalInfo).custIdMerchant !== account.merchantId) {
		return failure(404, '08', 'Invalid Merchant');
	}
	const at = Number(sent.pageNumber);
	const all = Array.from({ length: faults.orderCount }, (_, index) => listed(index + 1, from));
	const detailData = all.slice((at - 1) * faults.pageSize, at * faults.pageSize);
	// Own choice: how the list ends is not documented.
	return success({ referenceNo: 'list-1', additionalInfo: {}, detailData });
});

const oneOf = (which: 'invoices' | 'acquired') =>
	service('13', (sent, { data }, { success, failure }) => {
		const found = data[which].get(String(sent.originalPartnerReferenceNo));
		return found ? success(found) : failure(404, '01', 'Transaction Not Found');
	});

export const invoiceDetail = oneOf('invoices');
export const qrisDetail = oneOf('acquired');
