import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../../shared/answer';
import { requiredDay } from '../../shared/fields/day';
import type { Answer, RequestDescription } from '../../shared/provider';
import { getMany } from '../resources/transaction/getMany';
import { nextPage, transactionsOf } from '../resources/transaction/pages';
import { isUnderstood, refusalIn, type Ask } from './ask';
import { ASKED_BY, idOf, type Callback } from './callback';
import { differences } from './differences';
import type { Known } from './judge';

/** Netzme's own, UTC+7. */
const ZONE = 'Asia/Jakarta';
const MERCHANT = /^M_[\w-]{1,98}$/;
/** Our conclusion: the document names no types; callbacks have `pay_qris`, the SNAP variant `PAYMENT`. */
const PAYMENT = /pay(?!out)|qr/i;
/** Callbacks about QRIS are of payments without an invoice, which has callbacks of its own. */
const OF_AN_INVOICE = ['invoiceId', 'invoiceNumber', 'invoiceTransactionId'];

/**
 * Looks for a payment by QRIS among the transactions of its day, by ID and amount.
 *
 * @param account `merchantId` of the credential, for a callback that names no merchant
 * @returns `unknown`, too, where there is no merchant to ask for, or the list can't be read
 */
export async function searchList(
	callback: Callback,
	ask: Ask,
	account: IDataObject,
): Promise<Known> {
	let request = firstRequest(callback.notification, account);
	let before = '';
	while (request) {
		const answer = await ask(request);
		if ('failure' in answer) return answer;
		const refusal = refusalIn(answer);
		if (refusal) return isUnderstood(answer) ? 'unknown' : refusal;
		const items = entriesOf(answer);
		const [found] = items.flatMap((entry) => matches(callback, entry));
		if (found) return found;
		const page = JSON.stringify(items);
		if (page === before) return 'unknown';
		before = page;
		request = nextPage({ body: answer.body, items, request, parameters: {} });
	}
	return 'unknown';
}

function firstRequest(
	{ merchantUserId, merchant, ts }: IDataObject,
	account: IDataObject,
): RequestDescription | undefined {
	const ofCallback = [merchantUserId, merchant].map(idOf).find((id) => MERCHANT.test(id));
	const merchantId = ofCallback ?? idOf(account.merchantId);
	const day = dayOf(ts);
	return merchantId === ''
		? undefined
		: getMany.request({ merchantId, startDate: day, endDate: day }, {}, ZONE);
}

/** The day of a callback, or today where it names none. */
function dayOf(ts: IDataObject[string]): string {
	try {
		return requiredDay({ ts }, 'ts', 'ts', ZONE);
	} catch {
		return requiredDay({ now: new Date().toISOString() }, 'now', 'now', ZONE);
	}
}

/**
 * None where Netzme has answered in another shape, as the list is not documented.
 *
 * @throws UserError where it is no answer of Netzme's
 */
function entriesOf({ body }: Answer): IDataObject[] {
	if (answerObject(body).status === undefined) return transactionsOf(body);
	try {
		return transactionsOf(body);
	} catch {
		return [];
	}
}

/** A payment of another status is found, too: what it is then is for the comparison to say. */
function matches(callback: Callback, entry: IDataObject): Known[] {
	const isPayment = idOf(entry.type) === '' || PAYMENT.test(idOf(entry.type));
	if (!isPayment || OF_AN_INVOICE.some((name) => idOf(entry[name]) !== '')) return [];
	const name = ASKED_BY.qris.find((each) => {
		const id = idOf(entry[each]);
		return id !== '' && id === idOf(callback.notification[each]);
	});
	if (name === undefined) return [];
	const transactionId = idOf(entry[name]);
	const differs = differences({ ...callback, transactionId }, entry);
	return differs.every((each) => each === 'status') ? [{ transaction: entry, transactionId }] : [];
}
