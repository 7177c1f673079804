import {
	NodeConnectionTypes,
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { booleanOf } from '../shared/fields/boolean';
import { partnerWebhookApiTest } from './credential-test';
import { ALLOW_UNVERIFIED, PUBLIC_URL } from './trigger/labels';
import { BODY_AS_SENT } from '../shared/trigger/notification';
import { RESPONSE_MODE } from '../shared/trigger/response-mode';

export class PartnerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Partner API Trigger',
		name: 'partnerTrigger',
		icon: { light: 'file:../../icons/partner.svg', dark: 'file:../../icons/partner.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'signed webhooks',
		description:
			'Verify the signature of webhooks of any partner. The trigger starts the workflow when a notification is proved to be from the partner.',
		defaults: { name: 'Partner API Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'partnerWebhookApi', required: true, testedBy: 'partnerWebhookApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				...RESPONSE_MODE,
				responseData: 'noData',
			},
			{
				name: 'setup',
				httpMethod: 'GET',
				path: 'webhook',
				...RESPONSE_MODE,
				responseData: 'noData',
			},
		],
		properties: [
			{
				displayName:
					'Give the Production URL to the partner. What comes without the right signature is refused, and starts nothing.',
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
							'Once n8n has stored the execution. One that then fails or crashes: retry it in the list of executions.',
					},
					{
						name: 'When Workflow Succeeds',
						value: 'lastNode',
						description:
							'A workflow that fails, or is cut off, is answered with an error or not at all, so that the partner can send again',
					},
				],
				default: 'onReceived',
				description:
					'When to answer. Many partners wait a few seconds only, so by default at once.',
			},
			{
				displayName: PUBLIC_URL.label,
				name: PUBLIC_URL.name,
				type: 'string',
				default: '',
				placeholder: 'e.g. https://hooks.example.com/orders',
				description:
					'Address that the partner calls, where it is not the Production URL, because a proxy stands before n8n. Only partners that sign the address need it.',
			},
			{
				displayName: ALLOW_UNVERIFIED.label,
				name: ALLOW_UNVERIFIED.name,
				type: 'boolean',
				default: false,
				description:
					'Whether to start the workflow for notifications without the right signature, too, with <code>verified: false</code>. Anybody who knows the URL can send them.',
			},
			BODY_AS_SENT,
		],
	};

	methods = { credentialTest: { partnerWebhookApiTest } };

	// The partner is told the URL by people, so there is nothing to register.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const allowed = this.getNodeParameter(ALLOW_UNVERIFIED.name, false);
				if (booleanOf(allowed, ALLOW_UNVERIFIED.label)) return true;
				const { tested } = await import('./trigger/tested');
				const { status, message } = tested(
					await this.getCredentials<ICredentialDataDecryptedObject>('partnerWebhookApi'),
				);
				if (status === 'OK') return true;
				throw new NodeOperationError(this.getNode(), message, {
					description: 'Correct it in the credential. Without it no notification can be verified.',
				});
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receiveWebhook } = await import('./trigger/receive');
		return await receiveWebhook(this);
	}
}
