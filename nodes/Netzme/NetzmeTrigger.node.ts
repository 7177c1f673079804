import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { BODY_AS_SENT } from '../shared/trigger/notification';
import { RESPONSE_MODE } from '../shared/trigger/response-mode';

export class NetzmeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Netzme Trigger',
		name: 'netzmeTrigger',
		icon: { light: 'file:../../icons/netzme.svg', dark: 'file:../../icons/netzme.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'confirmed payments',
		description:
			'Work with balances, invoices and withdrawals at Netzme. The trigger starts the workflow when a payment or the status of a withdrawal is confirmed.',
		defaults: { name: 'Netzme Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'netzmeApi', required: true }],
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
					'Register the Production URL with Netzme, for payments of invoices, payments by QRIS, withdrawals, or all of them. Callbacks of Netzme carry no proof of where they are from, so each transaction is looked up at Netzme before the workflow starts. With a credential for SNAP BI, fill in Callback Token or Callback Public Key there: callbacks without it are refused then.',
				name: 'urlNotice',
				type: 'notice',
				default: '',
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
							'Once Netzme has confirmed and n8n stored it. One that then fails or crashes: retry it in the list of executions.',
					},
					{
						name: 'When Workflow Succeeds',
						value: 'lastNode',
						description:
							'A workflow that fails, or is cut off, is answered with an error or not at all, and Netzme sends the callback again, 3 times',
					},
				],
				default: 'lastNode',
				description:
					'When to answer. Payments are at stake, so by default only when the workflow has done its work: Netzme then repeats what has failed, 3 times.',
			},
			{
				displayName: 'Allow Unverified Notifications',
				name: 'allowUnverified',
				type: 'boolean',
				default: false,
				description:
					'Whether to start the workflow for callbacks that Netzme does not confirm, too, with <code>verified: false</code> and the names of what differs. Anybody who knows the URL can send them.',
			},
			BODY_AS_SENT,
		],
	};

	// Netzme is told the URL by people, so there is nothing to register.
	webhookMethods = {
		default: {
			checkExists: async (): Promise<boolean> => false,
			create: async (): Promise<boolean> => true,
			delete: async (): Promise<boolean> => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receiveCallback } = await import('./trigger/receive');
		return await receiveCallback(this);
	}
}
