import { sleep, type IDataObject, type IWebhookFunctions } from 'n8n-workflow';
import { readCredential } from '../../shared/credential';
import { requestError } from '../../shared/errors';
import { tellGarbled } from '../../shared/garbled';
import { failureOf } from '../../shared/receive';
import { send } from '../../shared/send';
import { su } from '../provider';
import { pull } from '../resources/reservation/pull';

/** How long Su waits for the answer to a push is not documented, so it gets one soon. */
export const PULLED_WITHIN_MS = 8_000;
const A_WHILE_IN_MS = 250;
const LATE = { failure: 'no answer in time' };
const SHOWN = { options: { showCardFields: true } };

export type Queue = { reservations: IDataObject[] } | { failure: string };

/**
 * Pulls the queue of a property, payment cards shown, in {@link PULLED_WITHIN_MS}. The request is not
 * sent again: where it fails, the push comes again. Nothing leaves the queue by it.
 *
 * @throws UserError where the answer is none to a pull, or there is no such property
 */
export async function pullQueue(context: IWebhookFunctions, hotelId: string): Promise<Queue> {
	const request = pull.request({ hotelId }, {});
	const asked = async (): Promise<Queue> => {
		const credential = await readCredential(context, su);
		const sent = await send(context, su, credential, request, PULLED_WITHIN_MS).catch(
			(error: unknown) => ({ failure: requestError(context, su, error, undefined).message }),
		);
		if ('failure' in sent) return sent;
		if (sent.isGarbled) tellGarbled(context, `an answer of ${su.name}`);
		const { answer } = sent;
		if (failureOf(su, answer)) return { failure: `HTTP ${answer.status}, failed` };
		return { reservations: pull.items?.(answer.body, { parameters: SHOWN, request }) ?? [] };
	};
	return (await within(PULLED_WITHIN_MS, asked())) ?? LATE;
}

/** A token may have to be fetched first, so the timeout of the request is not enough. */
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
