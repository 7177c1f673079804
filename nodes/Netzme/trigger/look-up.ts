import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { requestError } from '../../shared/errors';
import { failureOf } from '../../shared/receive';
import { readCredential } from '../../shared/credential';
import { send } from '../../shared/send';
import type { Answer, Failure } from '../../shared/provider';
import { bodyOf } from '../answers';
import { netzme } from '../provider';
import { getInvoice } from '../resources/transaction/getInvoice';
import { getQrisAcquire } from '../resources/transaction/getQrisAcquire';
import type { Callback } from './callback';
import type { Known } from './judge';

/** How long Netzme waits for an answer is not documented, so it gets one soon. */
export const LOOKED_UP_WITHIN_MS = 8_000;
const A_WHILE_IN_MS = 250;
const NOT_FOUND = '404';

/** Asks Netzme for the transaction of a callback, once: where that fails, the callback comes again. */
export async function lookUp(
	context: IWebhookFunctions,
	{ kind, transactionId }: Callback,
): Promise<Known> {
	const request =
		kind === 'invoice'
			? getInvoice.request({ invoiceTransactionId: transactionId }, {})
			: getQrisAcquire.request({ rrn: transactionId }, {});
	const credential = await readCredential(context, netzme);
	const answer = await within(
		LOOKED_UP_WITHIN_MS,
		send(context, netzme, credential, request, LOOKED_UP_WITHIN_MS).catch((error: unknown) => ({
			failure: requestError(context, netzme, error, undefined).message,
		})),
	);
	if (answer === undefined) return { failure: 'no answer in time' };
	return 'failure' in answer ? answer : knownFrom(answer.answer);
}

function knownFrom(answer: Answer): Known {
	const failure = failureOf(netzme, answer);
	if (!failure) return { transaction: bodyOf(answer.body) };
	return isNotFound(answer, failure) ? 'unknown' : { failure: `HTTP ${answer.status}, failed` };
}

/** Which code Netzme has for that is not documented; the simulator's is HTTP's. */
function isNotFound({ status }: Answer, { message, code }: Failure): boolean {
	return status === Number(NOT_FOUND) || code === NOT_FOUND || /not found/i.test(message);
}

/** A token may have to be fetched first, so the timeout of one request is not enough. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
	let isDone = false;
	const done = work.finally(() => (isDone = true));
	const until = performance.now() + milliseconds;
	const limit = async () => {
		while (!isDone && performance.now() < until) await sleep(A_WHILE_IN_MS);
		return undefined;
	};
	return await Promise.race([done, limit()]);
}
