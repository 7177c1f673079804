import type { IDataObject } from 'n8n-workflow';
import type { Verdict } from '../../shared/trigger/notification';
import { idOf, isId, readCallback, type Callback } from './callback';
import { differences, repeatIdOf, statusOf } from './differences';
import { readSnapCallback, recordOf, snapAnswer } from './snap-callback';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const NOT_YET = 503;
/** What Netzme expects in the answer to a callback ("Payment Success Callback (Invoice)"). */
const ANSWERED = ['id', 'transaction_id', 'status', 'merchant', 'payment_time'];

/**
 * What Netzme knows of a transaction, and by which ID it was found where that is not the callback's
 * first one; `unknown` where Netzme says that it has none.
 */
export type Known =
	| { transaction: IDataObject; transactionId?: string }
	| 'unknown'
	| { failure: string };

export interface Terms {
	/** Whether to emit what Netzme does not confirm, too. */
	allowUnverified: boolean;
	/** Whether Netzme sends callbacks of SNAP BI. */
	isSnap?: boolean;
	/** Asks Netzme for the transaction of a callback. */
	lookUp: (callback: Callback) => Promise<Known>;
}

/** How a callback is read and answered, where it is one of SNAP BI. */
const SNAP: Ways = {
	read: readSnapCallback,
	recordOf,
	answerTo: (_callback, body) => snapAnswer(body),
	notification: (_callback, body) => body,
};
const OLDER: Ways = {
	read: readCallback,
	recordOf: (_callback, transaction) => transaction,
	answerTo: ({ notification }) => answerTo(notification),
	notification: ({ notification }) => notification,
};

interface Ways {
	read(body: IDataObject): Callback | undefined;
	/** What Netzme knows, as it is compared. */
	recordOf(callback: Callback, transaction: IDataObject): IDataObject;
	answerTo(callback: Callback, body: IDataObject): IDataObject | undefined;
	/** What is emitted. */
	notification(callback: Callback, body: IDataObject): IDataObject;
}

/**
 * What the trigger does with a callback of Netzme: nothing in it proves where it is from, so the
 * transaction is looked up, and only what Netzme confirms counts as verified.
 *
 * @param body the callback's parsed JSON
 * @throws what `lookUp` throws
 */
export async function judge(body: IDataObject, terms: Terms): Promise<Verdict> {
	const { allowUnverified, lookUp } = terms;
	const ways = terms.isSnap ? SNAP : OLDER;
	const read = ways.read(body);
	if (!read) return { refuse: BAD_REQUEST, reason: 'it is not what Netzme sends' };
	const known = await lookUp(read);
	if (known !== 'unknown' && 'failure' in known) {
		return { refuse: NOT_YET, reason: `Netzme could not be asked about it: ${known.failure}` };
	}
	const { transaction = {}, transactionId = read.transactionId } = known === 'unknown' ? {} : known;
	const callback = { ...read, transactionId };
	const { kind } = callback;
	const notification = ways.notification(callback, body);
	const record = ways.recordOf(callback, transaction);
	const differs = known === 'unknown' ? ['id'] : differences(callback, record);
	const answer = ways.answerTo(callback, body);
	if (differs.length === 0) {
		const facts = [true, kind, repeatIdOf(callback, record), statusOf(record)];
		const json = { kind, verified: true, transactionId, notification, transaction };
		return { items: [{ id: JSON.stringify(facts), json }], answer };
	}
	if (!allowUnverified) {
		return { refuse: FORBIDDEN, reason: `Netzme does not confirm it (${differs.join(', ')})` };
	}
	// Of the whole callback, as nobody knows which of its fields is true.
	const id = JSON.stringify([false, kind, notification]);
	const json = { kind, verified: false, differs, transactionId, notification, transaction };
	return { items: [{ id, json }], answer };
}

/**
 * What the trigger does with a callback of the wallet: no operation tells what became of such a
 * transaction, so none of them counts as verified.
 */
export function judgeWallet(
	body: IDataObject,
	{ allowUnverified }: Pick<Terms, 'allowUnverified'>,
): Verdict {
	const transactionId = idOf(body.originalReferenceNo);
	if (!isId(transactionId)) return { refuse: BAD_REQUEST, reason: 'it is not what Netzme sends' };
	if (!allowUnverified) {
		return {
			refuse: FORBIDDEN,
			reason: 'Netzme cannot be asked about the wallet. Allow Unverified Notifications takes it',
		};
	}
	const kind = 'wallet';
	const id = JSON.stringify([false, kind, body]);
	const json = { kind, verified: false, differs: ['id'], transactionId, notification: body };
	return { items: [{ id, json }], answer: snapAnswer(body) };
}

/** Undefined where the callback has none of the fields. */
function answerTo(notification: IDataObject): IDataObject | undefined {
	const fields = ANSWERED.filter((name) =>
		['string', 'number'].includes(typeof notification[name]),
	).map((name) => [name, notification[name]]);
	return fields.length > 0 ? (Object.fromEntries(fields) as IDataObject) : undefined;
}
