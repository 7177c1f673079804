import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { requestError } from '../../shared/errors';
import { tellGarbled } from '../../shared/garbled';
import { failureOf } from '../../shared/receive';
import { send } from '../../shared/send';
import { readWebhookCredential } from '../../shared/trigger/credential';
import { within } from '../../shared/wait';
import { su } from '../provider';
import { pull } from '../resources/reservation/pull';

/** How long Su waits for the answer to a push is not documented, so it gets one soon. */
export const PULLED_WITHIN_MS = 8_000;
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
		const credential = await readWebhookCredential(context, su);
		const sent = await send(context, su, credential, request, PULLED_WITHIN_MS).catch(
			(error: unknown) => ({ failure: requestError(context, su, error, undefined).message }),
		);
		if ('failure' in sent) return sent;
		if (sent.isGarbled) tellGarbled(context, `an answer of ${su.name}`);
		const { answer } = sent;
		if (failureOf(su, answer)) return { failure: `HTTP ${answer.status}, failed` };
		return { reservations: pull.items?.(answer.body, { parameters: SHOWN, request }) ?? [] };
	};
	// A token may have to be fetched first, so the timeouts of the requests are not enough.
	return (await within(PULLED_WITHIN_MS, asked())) ?? LATE;
}
