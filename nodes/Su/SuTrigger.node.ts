import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { pushAccount } from '../../credentials/su/push';
import { PUSH_PROPERTIES } from './trigger/push-properties';
import { RESPONSE_MODE } from '../shared/trigger/response-mode';

export class SuTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Su Trigger',
		name: 'suTrigger',
		icon: { light: 'file:../../icons/su.svg', dark: 'file:../../icons/su.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join("s, ") + "s that Su pushes" }}',
		description:
			'Work with availability, rates and reservations in the Su channel manager. The trigger starts the workflow when Su pushes a reservation, a message of a guest or a review.',
		defaults: { name: 'Su Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'suApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				...RESPONSE_MODE,
				responseData: 'noData',
			},
		],
		properties: PUSH_PROPERTIES,
	};

	webhookMethods = {
		default: {
			// Su is told the URL by people, so there is nothing to register.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				if (!pushAccount(await this.getCredentials('suApi'))) {
					throw new NodeOperationError(
						this.getNode(),
						'Push User or Push Password is empty, or Push User has a colon',
						{
							description:
								'Without them nobody could tell a push of Su from a forged one. Make up both, fill them in in the credential, and give them to Su.',
						},
					);
				}
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receivePush } = await import('./trigger/receive');
		return await receivePush(this);
	}
}
