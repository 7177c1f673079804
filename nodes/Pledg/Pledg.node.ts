import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { pledg } from './provider';

export class Pledg implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pledg',
		name: 'pledg',
		icon: { light: 'file:../../icons/pledg.svg', dark: 'file:../../icons/pledg.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(pledg.resources),
		description: 'Work with instalment payments at Pledg',
		defaults: { name: 'Pledg' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pledgApi', required: true }],
		usableAsTool: true,
		properties: nodeProperties(pledg.resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		return await runOperation(this, pledg);
	}
}
