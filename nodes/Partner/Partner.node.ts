import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { partnerWebhookApiTest } from './credential-test';
import { resources, webhookResources } from './resources';

const ALL = [...resources, ...webhookResources];

export class Partner implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Partner API',
		name: 'partner',
		icon: { light: 'file:../../icons/partner.svg', dark: 'file:../../icons/partner.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(ALL),
		description: 'Call any API that wants its own token or signature, and see what is signed',
		defaults: { name: 'Partner API' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'partnerApi',
				required: true,
				displayOptions: { hide: { resource: ['webhook'] } },
			},
			{
				name: 'partnerWebhookApi',
				required: true,
				testedBy: 'partnerWebhookApiTest',
				displayOptions: { show: { resource: ['webhook'] } },
			},
		],
		usableAsTool: true,
		properties: nodeProperties(ALL),
	};

	methods = { credentialTest: { partnerWebhookApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		const { partner, partnerWebhook } = await import('./provider');
		const isWebhook = this.getNodeParameter('resource', 0) === 'webhook';
		return await runOperation(this, isWebhook ? partnerWebhook : partner);
	}
}
