import type { IDataObject } from 'n8n-workflow';
import { bodyOf } from '../answers';
import { getInvoice } from '../resources/transaction/getInvoice';
import { getQrisAcquire } from '../resources/transaction/getQrisAcquire';
import { getStatus } from '../resources/withdrawal/getStatus';
import { isUnderstood, refusalIn, type Ask } from './ask';
import { ASKED_BY, idOf, type Callback } from './callback';
import { isNamed } from './differences';
import type { Known } from './judge';
import { searchList } from './search-list';

const REQUESTS = {
	invoice: (id: string) => getInvoice.request({ invoiceTransactionId: id }, {}),
	qris: (id: string) => getQrisAcquire.request({ rrn: id }, {}),
	withdrawal: (id: string) => getStatus.request({ requestId: id }, {}),
};

/**
 * Finds what a callback is about. A payment by QRIS is asked for by each of its IDs until Netzme
 * knows one of them, and looked for among the transactions of its day in the end: Netzme can be asked
 * by the RRN, which the documented callback does not have under that name.
 *
 * @param account `merchantId` of the credential
 * @throws UserError where an answer that reports success holds nothing
 */
export async function search(callback: Callback, ask: Ask, account: IDataObject): Promise<Known> {
	const { kind } = callback;
	const others: Known[] = [];
	for (const transactionId of idsToAskBy(callback)) {
		const answer = await ask(REQUESTS[kind](transactionId));
		if ('failure' in answer) return answer;
		const refusal = refusalIn(answer);
		if (refusal) {
			if (refusal !== 'unknown' && !isUnderstood(answer)) return refusal;
			others.push(refusal);
			continue;
		}
		const found = { transaction: bodyOf(answer.body), transactionId };
		if (isNamed({ ...callback, transactionId }, found.transaction)) return found;
		others.push(found);
	}
	const listed = kind === 'qris' ? await searchList(callback, ask, account) : 'unknown';
	if (listed !== 'unknown') return listed;
	return others.find((known) => known !== 'unknown') ?? 'unknown';
}

function idsToAskBy({ kind, transactionId, notification }: Callback): string[] {
	if (kind !== 'qris') return [transactionId];
	const ids = ASKED_BY.qris.map((name) => idOf(notification[name]));
	return [...new Set(ids.filter((id) => id !== ''))];
}
