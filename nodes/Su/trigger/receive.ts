import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { pushAccount } from '../../../credentials/su/push';
import { SHOW_CARD_FIELDS } from '../../shared/card-fields';
import { booleanOf } from '../../shared/fields/boolean';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { judge } from './judge';

/** Takes what came to the trigger's URL, checks the account it came with, and answers. */
export async function receivePush(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveNotification(context, async (notification) => {
		const verdict = judge(notification, {
			account: pushAccount(await context.getCredentials('suApi')),
			showCardFields: booleanOf(
				context.getNodeParameter('showCardFields', false),
				SHOW_CARD_FIELDS.displayName,
			),
		});
		if ('refuse' in verdict && verdict.refuse === 401) {
			const scheme = 'Basic realm="Su", charset="UTF-8"';
			context.getResponseObject().setHeader('WWW-Authenticate', scheme);
		}
		return verdict;
	});
}
