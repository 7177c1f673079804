import type { IDataObject } from 'n8n-workflow';
import { requiredId } from '../../shared/fields/text';

export type Kind = 'invoice' | 'qris' | 'withdrawal';

/** What a callback says; nothing proves it. */
export interface Callback {
	kind: Kind;
	/** By which Netzme is asked for it. */
	transactionId: string;
	/** The callback; where it is wrapped in `data`, what stands in there. */
	notification: IDataObject;
}

/** The fields that hold an ID to ask by, by kind, the best one first. */
export const ASKED_BY: Record<Kind, string[]> = {
	// "Payment Success Callback (Invoice)"; `trxId` is its name when an invoice is created.
	invoice: ['transaction_id', 'trxId'],
	// "Payment Success Callback (QRIS)" has the last two. That Netzme can be asked by them is our
	// conclusion: its page names the RRN alone.
	qris: ['rrn', 'referenceId', 'transactionId'],
	// Our conclusion: the second one is that of the SNAP variant, the first one that of the request.
	withdrawal: ['requestId', 'originalReferenceNo'],
};

/** A callback that has IDs of several kinds is of the first one. */
const KINDS: Kind[] = ['invoice', 'qris', 'withdrawal'];
const IDS_TO_ASK_BY = KINDS.flatMap((kind) => ASKED_BY[kind]);
const OTHER_IDS = ['id', 'invoiceId', 'originalPartnerReferenceNo', 'customerReffNum'];
/** Not the ID of a withdrawal where `data` has one: Netzme wraps its answers with a `requestId`. */
const OF_THE_WRAPPING = 'requestId';
/** What the SNAP variants of payments have in `additionalInfo`, and a withdrawal has not. */
const OF_SNAP_PAYMENTS = ['paymentTime', 'paymentMethod', 'paymentChannel', 'qrDetail'];
const MISSING: unknown[] = [undefined, null, ''];
const LONGEST_ID = 100;
/** Steps of a path that a server may leave out, so that another address is asked. */
const NO_STEPS = ['', '.', '..'];

/**
 * Reads a callback: the body's parsed JSON. Undefined where there is nothing to ask Netzme by, or an
 * ID is there that is none: it would be neither compared nor missing.
 */
export function readCallback(body: IDataObject): Callback | undefined {
	const notification = unwrapped(body);
	const ids = [...IDS_TO_ASK_BY, ...OTHER_IDS].filter((name) => isGiven(notification, name));
	if (!ids.every((name) => isId(idOf(notification[name])))) return undefined;
	for (const kind of KINDS) {
		const name = ASKED_BY[kind].find((each) => ids.includes(each));
		if (name === undefined) continue;
		if (kind === 'withdrawal' && isSnapPayment(notification)) return undefined;
		return { kind, transactionId: idOf(notification[name]), notification };
	}
	return undefined;
}

/** An ID as text; '' where it is neither text nor a whole number that has kept all its digits. */
export function idOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return Number.isSafeInteger(value) ? String(value) : '';
}

export function isGiven(object: IDataObject, name: string): boolean {
	return !MISSING.includes(object[name]);
}

/** What is wrapped in `data`, where only that has an ID to ask by. */
function unwrapped(body: IDataObject): IDataObject {
	const { data } = body;
	if (!isObject(data)) return body;
	const isOutside = IDS_TO_ASK_BY.some((name) => name !== OF_THE_WRAPPING && isGiven(body, name));
	const isInside = IDS_TO_ASK_BY.some((name) => isGiven(data, name));
	return isInside && !isOutside ? data : body;
}

/** Whether Netzme can be asked by it, so that it is neither another path nor another ID. */
export function isId(text: string): boolean {
	if (text.length > LONGEST_ID) return false;
	if (text.split(/[/\\]/).some((step) => NO_STEPS.includes(step))) return false;
	try {
		return requiredId({ id: text }, 'id', 'ID') === text;
	} catch {
		return false;
	}
}

function isSnapPayment({ additionalInfo }: IDataObject): boolean {
	return isObject(additionalInfo) && OF_SNAP_PAYMENTS.some((name) => name in additionalInfo);
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
