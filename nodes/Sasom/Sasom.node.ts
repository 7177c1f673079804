import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { sasom } from './provider';

export class Sasom implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SASOM',
		name: 'sasom',
		icon: { light: 'file:../../icons/sasom.svg', dark: 'file:../../icons/sasom.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(sasom.resources),
		description: 'Work with orders, prices, listings and R2S batches on the SASOM marketplace',
		defaults: { name: 'SASOM' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sasomApi', required: true }],
		usableAsTool: true,
		properties: nodeProperties(sasom.resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		return await runOperation(this, sasom);
	}
}
