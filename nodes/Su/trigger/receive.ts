import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { pushAccount } from '../../../credentials/su/push';
import { SHOW_CARD_FIELDS } from '../../shared/card-fields';
import { booleanOf } from '../../shared/fields/boolean';
import { getWebhookCredentials } from '../../shared/trigger/credential';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { DEFAULT_EVENTS } from './judge';
import { pullQueue } from './look-up';
import { judgeNamed } from './named';
import { KINDS } from './push';

/** Takes what came to the trigger's URL, checks the account it came with, and answers. */
export async function receivePush(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveNotification(context, async (notification) => {
		const chosen: unknown = context.getNodeParameter('events', DEFAULT_EVENTS);
		const terms = {
			account: pushAccount(await getWebhookCredentials(context, 'suApi')),
			showCardFields: booleanOf(
				context.getNodeParameter('showCardFields', false),
				SHOW_CARD_FIELDS.displayName,
			),
			events: KINDS.filter((kind) => [chosen].flat().includes(kind)),
		};
		const verdict = await judgeNamed(
			notification,
			terms,
			async (hotelId) => await pullQueue(context, hotelId),
		);
		if ('refuse' in verdict && verdict.refuse === 401) {
			const scheme = 'Basic realm="Su", charset="UTF-8"';
			context.getResponseObject().setHeader('WWW-Authenticate', scheme);
		}
		return verdict;
	});
}
