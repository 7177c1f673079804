import type { IDataObject } from 'n8n-workflow';
import type { RequestDescription } from '../../shared/provider';
import { getWithdrawalStatusSnap } from '../resources/deposit/getWithdrawalStatusSnap';
import { getInvoiceSnap } from '../resources/transaction/getInvoiceSnap';
import { getQrisAcquireSnap } from '../resources/transaction/getQrisAcquireSnap';
import { getStatusSnap } from '../resources/withdrawal/getStatusSnap';
import { contentOf } from '../snap/answers';
import { refusalIn, type Ask } from './ask';
import type { Callback, Kind } from './callback';
import type { Known } from './judge';

/** What Netzme is asked, one after the other, until it knows the transaction. */
const REQUESTS: Record<Kind, Array<(id: string, account: IDataObject) => RequestDescription>> = {
	invoice: [
		(invoiceTransactionId, account) => getInvoiceSnap.request({ invoiceTransactionId }, account),
	],
	qris: [(rrn, account) => getQrisAcquireSnap.request({ rrn }, account)],
	// Which of the two it is from, the callback does not say.
	withdrawal: [
		(withdrawalReference, account) => getStatusSnap.request({ withdrawalReference }, account),
		(withdrawalReference, account) =>
			getWithdrawalStatusSnap.request({ withdrawalReference }, account),
	],
};

/**
 * Finds what a callback of SNAP BI is about.
 *
 * @param account `clientId` of the credential
 * @throws UserError where an answer that reports success holds nothing
 */
export async function searchSnap(
	{ kind, transactionId }: Callback,
	ask: Ask,
	account: IDataObject,
): Promise<Known> {
	for (const requestFor of REQUESTS[kind]) {
		const answer = await ask(requestFor(transactionId, account));
		if ('failure' in answer) return answer;
		const refusal = refusalIn(answer);
		if (refusal === 'unknown') continue;
		return refusal ?? { transaction: contentOf(answer.body) };
	}
	return 'unknown';
}
