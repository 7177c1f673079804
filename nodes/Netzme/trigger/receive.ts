import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { judge } from './judge';
import { lookUp } from './look-up';

/** Takes what came to the trigger's URL, asks Netzme whether it is true, and answers. */
export async function receiveCallback(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const allowUnverified = context.getNodeParameter('allowUnverified', false) === true;
	return await receiveNotification(context, async ({ body }) =>
		judge(body, {
			allowUnverified,
			lookUp: async (callback) => await lookUp(context, callback),
		}),
	);
}
