import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { resources } from './resources';

export class Partner implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Partner API',
		name: 'partner',
		icon: { light: 'file:../../icons/partner.svg', dark: 'file:../../icons/partner.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description: 'Call any API that wants its own token or signature, and see what is signed',
		defaults: { name: 'Partner API' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'partnerApi', required: true }],
		usableAsTool: true,
		properties: nodeProperties(resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		const { partner } = await import('./provider');
		return await runOperation(this, partner);
	}
}
