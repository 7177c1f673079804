import type { IDataObject } from 'n8n-workflow';
import { receivedRupiah } from '../amount';
import { idOf, isGiven, type Callback, type Kind } from './callback';

export type Difference = 'id' | 'amount' | 'status';

/** In place of a name in Netzme's record: the ID that it was asked for by. */
const ASKED = 'asked';

/**
 * Pairs of names for the same thing, in the callback and in Netzme's record. They are compared where
 * both are there.
 */
const SAME: Record<Kind, Array<[string, string]>> = {
	invoice: [
		['id', 'invoiceId'],
		['invoiceId', 'invoiceId'],
		['transaction_id', 'transactionId'],
		['transaction_id', 'trxId'],
		['trxId', 'transactionId'],
		['trxId', 'trxId'],
		['trxId', ASKED],
	],
	qris: [],
	withdrawal: [
		['requestId', ASKED],
		['originalReferenceNo', ASKED],
		['originalPartnerReferenceNo', 'originalPartnerReferenceNo'],
		['originalPartnerReferenceNo', 'partnerReferenceNo'],
		['customerReffNum', 'customerReffNum'],
	],
};
/** Called the same in both; an invoice that was paid by QRIS may have them, too. */
const SAME_OF_ALL = ['rrn', 'referenceId', 'transactionId'];

/** What a record calls its own ID, by kind; the first one is the same wherever Netzme has it from. */
const OWN_IDS: Record<Kind, string[]> = {
	invoice: ['transactionId', 'trxId'],
	qris: ['transactionId', 'rrn', 'referenceId'],
	withdrawal: ['requestId'],
};
const PLAIN = /^[\w-]+$/;

const MERCHANTS = ['merchant', 'merchantId', 'merchantUserId', 'userId'];
const MERCHANT = /^M_/;

/** How Netzme says "paid": callbacks about invoices, about QRIS; transactions. */
const PAID = ['paid', '100', 'success'];
/** Our conclusion: as SNAP BI numbers the states of a transaction. */
const SNAP_STATUS = new Map([
	['00', 'paid'],
	['03', 'pending'],
	['06', 'failed'],
]);

/**
 * In what the callback differs from what Netzme has under the ID that it was asked for by
 * (`transactionId`): some of `id`, `amount` and `status`. A payment that is not paid differs in its
 * status. Amounts are compared to the cent, however they are written.
 */
export function differences(callback: Callback, record: IDataObject): Difference[] {
	const isConfirmed = callback.kind === 'withdrawal' ? isSameWithdrawal : isSamePayment;
	const { hasAmount, hasStatus } = isConfirmed(callback.notification, record);
	return [
		...(isSameId(callback, record) ? [] : ['id' as const]),
		...(hasAmount ? [] : ['amount' as const]),
		...(hasStatus ? [] : ['status' as const]),
	];
}

/** In lower case, and one word for all that mean "paid". */
export function statusOf({ status, invoiceStatus }: IDataObject): string {
	return wordOf(idOf(status) || idOf(invoiceStatus));
}

/**
 * Whether a record is of the ID that it was asked for by. One that names no ID of its own is; not
 * where the asked one has unusual characters, as a server may have read it as another one.
 */
export function isNamed({ kind, transactionId }: Callback, record: IDataObject): boolean {
	const names = ownIds(kind, record);
	return names.length > 0 ? names.includes(transactionId) : PLAIN.test(transactionId);
}

/** By which a record is told from all others, whichever of its IDs Netzme was asked by. */
export function repeatIdOf({ kind, transactionId }: Callback, record: IDataObject): string {
	return ownIds(kind, record)[0] ?? transactionId;
}

function ownIds(kind: Kind, record: IDataObject): string[] {
	return OWN_IDS[kind].map((name) => idOf(record[name])).filter((id) => id !== '');
}

function isSameId(callback: Callback, record: IDataObject): boolean {
	const { kind, transactionId, notification } = callback;
	const facts: IDataObject = { ...record, [ASKED]: transactionId };
	const pairs = [...SAME[kind], ...SAME_OF_ALL.map((name) => [name, name])];
	const isSame = pairs.every(([name, other]) => {
		const [given, known] = [idOf(notification[name]), idOf(facts[other])];
		return given === '' || known === '' || given === known;
	});
	// Netzme is asked by it first, so it has none of that RRN where it was asked by another ID then.
	const rrn = idOf(notification.rrn);
	const hasRrn = rrn === '' || [transactionId, idOf(record.rrn)].includes(rrn);
	const merchants = merchantsOf(record);
	const isSameMerchant =
		merchants.length === 0 || merchantsOf(notification).every((each) => merchants.includes(each));
	return isSame && hasRrn && isSameMerchant && isNamed(callback, record);
}

function merchantsOf(object: IDataObject): string[] {
	return MERCHANTS.map((name) => idOf(object[name])).filter((id) => MERCHANT.test(id));
}

function isSamePayment(notification: IDataObject, record: IDataObject) {
	// The fee may be on top of an invoice's amount. A callback has what was paid.
	const amounts = [record.amount, record.totalAmount].flatMap(centsOf);
	return {
		hasAmount: centsOf(notification.amount).some((given) => amounts.includes(given)),
		// What both call unpaid is no payment that Netzme confirms.
		hasStatus: wordOf(idOf(notification.status)) === 'paid' && statusOf(record) === 'paid',
	};
}

/** Our conclusion: what a callback about a withdrawal holds is documented for SNAP only. */
function isSameWithdrawal(notification: IDataObject, record: IDataObject) {
	const given = (names: string[]) => names.filter((name) => isGiven(notification, name));
	const amounts = [record.withdrawalAmount, record.amount].flatMap(centsOf);
	const known = statusOf(record);
	const statuses = given(['status', 'latestTransactionStatus']).map((name) => {
		const word = idOf(notification[name]);
		return name === 'status' ? wordOf(word) : (SNAP_STATUS.get(word) ?? wordOf(word));
	});
	return {
		hasAmount: given(['amount', 'withdrawalAmount']).every((name) =>
			centsOf(notification[name]).some((amount) => amounts.includes(amount)),
		),
		hasStatus: known !== '' && statuses.length > 0 && statuses.every((status) => status === known),
	};
}

function wordOf(status: string): string {
	const word = status.toLowerCase();
	return PAID.includes(word) ? 'paid' : word;
}

function centsOf(value: unknown): string[] {
	const amount = receivedRupiah(value);
	return amount ? [amount.units + amount.cents] : [];
}
