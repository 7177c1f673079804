import type { IDataObject } from 'n8n-workflow';
import type { Verdict } from '../../shared/trigger/notification';
import { differences, readCallback, statusOf, type Callback } from './callback';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const NOT_YET = 503;

/** What Netzme knows of a transaction; `unknown` where it says that it has none of that ID. */
export type Known = { transaction: IDataObject } | 'unknown' | { failure: string };

export interface Terms {
	/** Whether to emit what Netzme does not confirm, too. */
	allowUnverified: boolean;
	/** Asks Netzme for the transaction of a callback. */
	lookUp: (callback: Callback) => Promise<Known>;
}

/**
 * What the trigger does with a callback of Netzme: nothing in it proves where it is from, so the
 * transaction is looked up, and only what Netzme confirms counts as verified.
 *
 * @param body the callback's parsed JSON
 * @throws what `lookUp` throws
 */
export async function judge(
	body: IDataObject,
	{ allowUnverified, lookUp }: Terms,
): Promise<Verdict> {
	const callback = readCallback(body);
	if (!callback) return { refuse: BAD_REQUEST, reason: 'it is not what Netzme sends' };
	const known = await lookUp(callback);
	if (known !== 'unknown' && 'failure' in known) {
		return { refuse: NOT_YET, reason: `Netzme could not be asked about it: ${known.failure}` };
	}
	const transaction = known === 'unknown' ? {} : known.transaction;
	const differs = known === 'unknown' ? ['id'] : differences(callback, transaction);
	const { kind, transactionId, notification } = callback;
	if (differs.length === 0) {
		const id = JSON.stringify([true, kind, transactionId, statusOf(transaction)]);
		return {
			items: [{ id, json: { kind, verified: true, transactionId, notification, transaction } }],
		};
	}
	if (!allowUnverified) {
		return { refuse: FORBIDDEN, reason: `Netzme does not confirm it (${differs.join(', ')})` };
	}
	// Of the whole callback, as nobody knows which of its fields is true.
	const id = JSON.stringify([false, kind, notification]);
	const json = { kind, verified: false, differs, transactionId, notification, transaction };
	return { items: [{ id, json }] };
}
