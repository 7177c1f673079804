import { isDay, isText, isWhole } from './call';
import type { Routes } from './call';
import { failure, MERCHANT, rupiah, success } from './netzmeAnswers';
import { isObject } from './digest';
import type { Fields, NetzmeState } from './netzmeAnswers';
import type { Answer, Call } from './types';

const KNOWN_RRN = '000000000001';

/** Own choice: the fields are those of the SNAP variant of the same operation, amounts as text. */
const transaction = (number: number, merchantId: string, day: string) => ({
	transactionId: `trx_${number}`,
	type: 'PAYMENT',
	status: 'SUCCESS',
	amount: rupiah(10000 + number),
	feeAmount: rupiah(70),
	totalAmount: rupiah(10070 + number),
	paymentMethod: 'QRIS',
	invoiceId: `invoice_${number}`,
	invoiceType: 'single',
	merchantId,
	createdTs: `${day}T08:00:00.000+07:00`,
	paidTs: `${day}T08:01:00.000+07:00`,
	desc: `Order ${number}`,
	tsLong: Date.parse(`${day}T08:01:00.000+07:00`),
});

function transactions(call: Call, { account, data, faults }: NetzmeState): Answer {
	const { userId, startdate, enddate, page } = Object.fromEntries(call.query);
	if (userId !== account.merchantId) return failure('404', 'User not found');
	// Own choice: days are YYYY-MM-DD.
	if (!isDay(startdate) || !isDay(enddate)) {
		return failure('400', 'startdate and enddate are required');
	}
	if (enddate < startdate) return failure('400', 'enddate is before startdate');
	// Own choice: pages count from 1; `totalPage` says how many there are.
	const at = Number(page ?? 1);
	if (!isWhole(at, 1)) return failure('400', 'page is not valid');
	const generated = Array.from({ length: faults.orderCount }, (_, index) =>
		transaction(index + 1, account.merchantId, startdate),
	);
	// Own choice: days are those of `createdTs` as it is written.
	const put = data.listed.filter(({ createdTs }) => {
		const day = String(createdTs).slice(0, 10);
		return startdate <= day && day <= enddate;
	});
	const all = [...generated, ...put];
	const from = (at - 1) * faults.pageSize;
	const totalPage = Math.ceil(all.length / faults.pageSize);
	return success(
		{ page: at, totalPage, transactions: all.slice(from, from + faults.pageSize) },
		100,
	);
}

/** Own choice: one payment by QRIS is known from the start; its fields are those of the SNAP variant. */
export const freshAcquired = (): Map<string, Fields> =>
	new Map([
		[
			KNOWN_RRN,
			{
				rrn: KNOWN_RRN,
				transactionId: 'trx_1',
				invoiceNumber: 'invoice_1',
				invoiceTransactionId: 'trx_1',
				status: 'SUCCESS',
				amount: rupiah(10000),
				mdrAmount: rupiah(70),
				merchantName: 'Test Merchant',
				merchantCity: 'Test City',
				issuerId: '93600000',
				acquirerId: '93600000',
				terminalId: 'A01',
				isOnUs: false,
				ts: '2025-01-01T08:01:00.000+07:00',
			},
		],
	]);

/**
 * What Netzme knows of a transaction from now on.
 *
 * @param sent `kind` invoice, qris or withdrawal, `id` to ask by, `transaction` as in the answer;
 * and `listed` as in the list, where it stands there, too
 */
export function putTransaction(sent: Fields, { data }: NetzmeState): void {
	const { kind, id, transaction, listed } = sent;
	if (!isText(id) || !isObject(transaction)) throw new Error('id and transaction are required');
	const known = { qris: data.acquired, withdrawal: data.withdrawals };
	(known[kind as keyof typeof known] ?? data.invoices).set(id, transaction);
	if (isObject(listed)) data.listed.push(listed);
}

const oneOf =
	(which: 'invoices' | 'acquired') =>
	(_call: Call, { data }: NetzmeState, [id]: string[]): Answer =>
		data[which].has(id)
			? success(data[which].get(id), 100)
			: failure('404', 'Transaction not found');

export const TRANSACTION_ROUTES: Routes<NetzmeState> = {
	// Own choice: the same transactions, as no sample of those of a deposit is known.
	[`GET ${MERCHANT}/deposit/transaction/list`]: transactions,
	[`GET ${MERCHANT}/qr/transaction/list`]: transactions,
	[`GET ${MERCHANT}/invoice/transaction/*`]: oneOf('invoices'),
	[`GET ${MERCHANT}/qris/acquire/transaction/*`]: oneOf('acquired'),
};
