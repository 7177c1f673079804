import type { IWebhookFunctions } from 'n8n-workflow';
import { requestError } from '../../shared/errors';
import { readCredential } from '../../shared/credential';
import { tellGarbled } from '../../shared/garbled';
import { send } from '../../shared/send';
import { within } from '../../shared/wait';
import { netzme } from '../provider';
import type { Ask } from './ask';
import type { Callback } from './callback';
import type { Known } from './judge';
import { search } from './search';

/** How long Netzme waits for an answer is not documented, so it gets one soon. */
export const LOOKED_UP_WITHIN_MS = 8_000;
const LATE = { failure: 'no answer in time' };

/**
 * Asks Netzme for the transaction of a callback, in {@link LOOKED_UP_WITHIN_MS} however many requests
 * that takes. None is sent again: where one fails, the callback comes again.
 */
export async function lookUp(context: IWebhookFunctions, callback: Callback): Promise<Known> {
	const credential = await readCredential(context, netzme);
	const until = performance.now() + LOOKED_UP_WITHIN_MS;
	const ask: Ask = async (request) => {
		const left = Math.ceil(until - performance.now());
		if (left <= 0) return LATE;
		const sent = await send(context, netzme, credential, request, left).catch((error: unknown) => ({
			failure: requestError(context, netzme, error, undefined).message,
		}));
		if ('failure' in sent) return sent;
		if (sent.isGarbled) tellGarbled(context, `an answer of ${netzme.name}`);
		return sent.answer;
	};
	const { merchantId } = credential.data;
	const found = search(callback, ask, { merchantId: String(merchantId ?? '') });
	// A token may have to be fetched first, so the timeouts of the requests are not enough.
	return (await within(LOOKED_UP_WITHIN_MS, found)) ?? LATE;
}
