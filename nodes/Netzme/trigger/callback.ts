import type { IDataObject } from 'n8n-workflow';
import { rupiahOf } from '../amount';

/** What a callback says; nothing proves it. */
export interface Callback {
	kind: 'invoice' | 'qris';
	/** By which the transaction is asked for: that of the invoice transaction, or the RRN. */
	transactionId: string;
	notification: IDataObject;
}

/** The fields that hold the ID to ask for, by kind; the first one that is there counts. */
const ASKED_BY: Array<[Callback['kind'], string[]]> = [
	// "Payment Success Callback (Invoice)"; `trxId` is its name when an invoice is created.
	['invoice', ['transaction_id', 'trxId']],
	// "Payment Success Callback (QRIS)" has `referenceId`, whose sample looks like an RRN.
	['qris', ['rrn', 'referenceId']],
];

/** In place of a name in the transaction: the ID that it was asked for by. */
const ASKED = 'asked';

/**
 * Pairs of names for the same thing, in the callback and in the transaction. They are compared
 * where both are there.
 */
const IDS: Record<Callback['kind'], Array<[string, string]>> = {
	invoice: [
		['id', 'invoiceId'],
		['invoiceId', 'invoiceId'],
		['transaction_id', 'transactionId'],
		['transaction_id', 'trxId'],
		['trxId', ASKED],
	],
	qris: [
		['rrn', 'rrn'],
		['referenceId', 'rrn'],
		['transactionId', 'transactionId'],
	],
};

/** How Netzme says "paid": callbacks about invoices, about QRIS; transactions. */
const PAID = new Set(['paid', '100', 'success']);
const MISSING: unknown[] = [undefined, null, ''];
const USABLE_ID = /^[\w-]{1,100}$/;

/**
 * Reads a callback: the body's parsed JSON. Undefined where it is not what Netzme sends: an ID that
 * is there must be text, or it would be neither compared nor missing.
 */
export function readCallback(notification: IDataObject): Callback | undefined {
	const given = (name: string) => !MISSING.includes(notification[name]);
	for (const [kind, names] of ASKED_BY) {
		const name = names.find(given);
		if (name === undefined) continue;
		const ids = [...names, ...IDS[kind].map(([each]) => each)].filter(given);
		const isComplete = rupiahOf(notification.amount) && textOf(notification.status) !== '';
		const transactionId = textOf(notification[name]);
		return ids.every((each) => textOf(notification[each]) !== '') &&
			USABLE_ID.test(transactionId) &&
			isComplete
			? { kind, transactionId, notification }
			: undefined;
	}
	return undefined;
}

/**
 * In what the callback differs from the paid transaction that Netzme should have under that ID: some
 * of `id`, `amount` and `status`. Amounts are compared to the cent, however they are written.
 */
export function differences(
	{ kind, transactionId, notification }: Callback,
	transaction: IDataObject,
): Array<'id' | 'amount' | 'status'> {
	const facts: IDataObject = { ...transaction, [ASKED]: transactionId };
	const isSameId = IDS[kind].every(([name, other]) => {
		const [given, known] = [textOf(notification[name]), textOf(facts[other])];
		return given === '' || known === '' || given === known;
	});
	// The fee may be on top of an invoice's amount. A callback has what was paid.
	const amounts = [transaction.amount, transaction.totalAmount].flatMap((known) => centsOf(known));
	const isSameAmount = centsOf(notification.amount).some((given) => amounts.includes(given));
	// What both call unpaid is no payment that Netzme confirms.
	const isPaid = statusOf(notification) === 'paid' && statusOf(transaction) === 'paid';
	return [
		...(isSameId ? [] : ['id' as const]),
		...(isSameAmount ? [] : ['amount' as const]),
		...(isPaid ? [] : ['status' as const]),
	];
}

/** In lower case, and one word for all that mean "paid". */
export function statusOf({ status, invoiceStatus }: IDataObject): string {
	const word = (textOf(status) || textOf(invoiceStatus)).toLowerCase();
	return PAID.has(word) ? 'paid' : word;
}

function centsOf(value: unknown): string[] {
	const amount = rupiahOf(value);
	return amount ? [amount.units + amount.cents] : [];
}

/** '' where it is neither text nor a whole number that has kept all its digits. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return Number.isSafeInteger(value) ? String(value) : '';
}
