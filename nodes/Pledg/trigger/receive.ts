import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { optionalField } from '../../../credentials/auth/credential-fields';
import { MERCHANT_SECRET } from '../../../credentials/pledg/authenticate';
import { SHOW_CARD_FIELDS } from '../../shared/card-fields';
import { booleanOf } from '../../shared/fields/boolean';
import { getWebhookCredentials } from '../../shared/trigger/credential';
import type { ContentType, Notification } from '../../shared/trigger/notification';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { judge } from './judge';

/** JSON; the vendor's plugins for shops take forms, too. */
const TYPES: ContentType[] = ['application/json', 'application/x-www-form-urlencoded'];

/** Takes what came to the trigger's URL, verifies its signature, and answers. */
export async function receivePurchase(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const judged = async ({ body }: Notification) =>
		judge(body, {
			secret: optionalField(await getWebhookCredentials(context, 'pledgApi'), MERCHANT_SECRET),
			allowUnsigned: booleanOf(
				context.getNodeParameter('allowUnsigned'),
				'Allow Unsigned Notifications',
			),
			events: context.getNodeParameter('events') as string[],
			showCardFields: booleanOf(
				context.getNodeParameter('showCardFields', false),
				SHOW_CARD_FIELDS.displayName,
			),
			nowInMs: Date.now(),
		});
	return await receiveNotification(context, judged, TYPES);
}
