import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { booleanOf } from '../../shared/fields/boolean';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { judge } from './judge';
import { lookUp } from './look-up';

/** Takes what came to the trigger's URL, asks Netzme whether it is true, and answers. */
export async function receiveCallback(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveNotification(context, async ({ body }) => {
		const allowed = context.getNodeParameter('allowUnverified', false);
		return await judge(body, {
			allowUnverified: booleanOf(allowed, 'Allow Unverified Notifications'),
			lookUp: async (callback) => await lookUp(context, callback),
		});
	});
}
