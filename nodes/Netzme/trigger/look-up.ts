import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { requestError } from '../../shared/errors';
import type { NodeCredential } from '../../shared/credential';
import { tellGarbled } from '../../shared/garbled';
import { send } from '../../shared/send';
import { within } from '../../shared/wait';
import { isSnapAccount } from '../api-family';
import { netzme } from '../provider';
import type { Ask } from './ask';
import type { Callback } from './callback';
import type { Known } from './judge';
import { search } from './search';
import { searchSnap } from './snap-search';

/** How long Netzme waits for an answer is not documented, so it gets one soon. */
export const LOOKED_UP_WITHIN_MS = 8_000;
const LATE = { failure: 'no answer in time' };

/**
 * Asks Netzme for the transaction of a callback, in {@link LOOKED_UP_WITHIN_MS} however many requests
 * that takes. None is sent again: where one fails, the callback comes again.
 */
export async function lookUp(
	context: IWebhookFunctions,
	credential: NodeCredential,
	callback: Callback,
): Promise<Known> {
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
	const { merchantId, clientId, apiFamily } = credential.data as IDataObject;
	const found = isSnapAccount({ apiFamily })
		? searchSnap(callback, ask, { clientId })
		: search(callback, ask, { merchantId: String(merchantId ?? '') });
	// A token may have to be fetched first, so the timeouts of the requests are not enough.
	return (await within(LOOKED_UP_WITHIN_MS, found)) ?? LATE;
}
