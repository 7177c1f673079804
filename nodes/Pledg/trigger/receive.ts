import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { optionalField } from '../../../credentials/auth/credential-fields';
import { MERCHANT_SECRET } from '../../../credentials/pledg/authenticate';
import { SHOW_CARD_FIELDS } from '../../shared/card-fields';
import { booleanOf } from '../../shared/fields/boolean';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { judge } from './judge';

/** Takes what came to the trigger's URL, verifies its signature, and answers. */
export async function receivePurchase(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveNotification(context, async ({ body }) =>
		judge(body, {
			secret: optionalField(await context.getCredentials('pledgApi'), MERCHANT_SECRET),
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
		}),
	);
}
