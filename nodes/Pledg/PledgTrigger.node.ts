import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { optionalField } from '../../credentials/auth/credential-fields';
import { MERCHANT_SECRET } from '../../credentials/pledg/authenticate';
import { SHOW_CARD_FIELDS } from '../shared/card-fields';
import { booleanOf } from '../shared/fields/boolean';
import { BODY_AS_SENT } from '../shared/trigger/notification';
import { RESPONSE_MODE } from '../shared/trigger/response-mode';

export class PledgTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pledg Trigger',
		name: 'pledgTrigger',
		icon: { light: 'file:../../icons/pledg.svg', dark: 'file:../../icons/pledg.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["events"].length === 5 ? "all notifications" : $parameter["events"].map((event) => ({ back: "virtual card", transfer: "transfer", error: "error", endOfSplit: "end of split", other: "other" })[event]).join(", ") }}',
		description:
			'Work with instalment payments at Pledg. The trigger starts the workflow when Pledg notifies of a purchase.',
		defaults: { name: 'Pledg Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pledgApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				...RESPONSE_MODE,
				responseData: 'noData',
			},
		],
		properties: [
			{
				displayName:
					'Give the Production URL to Pledg: as Payment Notification URL and Error Notification URL of each purchase (the Pledg node has fields for them)',
				name: 'urlNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: [
					{
						name: 'End of Split Payment',
						value: 'endOfSplit',
						description: 'Pledg does not sign it, so it needs Allow Unsigned Notifications',
					},
					{
						name: 'Error',
						value: 'error',
						description: 'A purchase that did not come about',
					},
					{
						name: 'Other Message',
						value: 'other',
						description: 'Of none of these shapes',
					},
					{
						name: 'Payment by Transfer',
						value: 'transfer',
						description: 'Pledg pays the merchant by transfer (transfer mode)',
					},
					{
						name: 'Payment by Virtual Card',
						value: 'back',
						description:
							'Pledg pays the merchant with a virtual card; each new status of a purchase (back mode)',
					},
				],
				default: ['back', 'endOfSplit', 'error', 'other', 'transfer'],
				description: 'What to start the workflow for. Others are acknowledged and dropped.',
			},
			{
				displayName: 'Respond',
				name: 'responseMode',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Immediately',
						value: 'onReceived',
						description:
							'Once n8n has stored the execution. One that then fails or crashes: retry it in the list of executions.',
					},
					{
						name: 'When Workflow Succeeds',
						value: 'lastNode',
						description:
							'A workflow that fails, or is cut off, is answered with an error or not at all, so that Pledg can send again',
					},
				],
				default: 'lastNode',
				description:
					'When to answer. Payments are at stake, so by default only when the workflow has done its work.',
			},
			{
				displayName: 'Allow Unsigned Notifications',
				name: 'allowUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to start the workflow for notifications without signature, too, with <code>verified: false</code>. Anybody who knows the URL can send them.',
			},
			SHOW_CARD_FIELDS,
			BODY_AS_SENT,
		],
	};

	webhookMethods = {
		default: {
			// Pledg is told the URL with each purchase, so there is nothing to register.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const secret = optionalField(await this.getCredentials('pledgApi'), MERCHANT_SECRET);
				if (
					secret === '' &&
					!booleanOf(this.getNodeParameter('allowUnsigned'), 'Allow Unsigned Notifications')
				) {
					throw new NodeOperationError(this.getNode(), 'Merchant Secret Key is empty', {
						description:
							'Without it no notification can be verified. Fill it in in the credential: it stands in the merchant dashboard.',
					});
				}
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receivePurchase } = await import('./trigger/receive');
		return await receivePurchase(this);
	}
}
