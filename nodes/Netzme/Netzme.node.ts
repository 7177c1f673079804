import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { netzme } from './provider';

export class Netzme implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Netzme',
		name: 'netzme',
		icon: { light: 'file:../../icons/netzme.svg', dark: 'file:../../icons/netzme.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(netzme.resources),
		description: 'Work with balances, withdrawals, transactions and invoices at Netzme',
		defaults: { name: 'Netzme' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'netzmeApi', required: true }],
		usableAsTool: true,
		properties: nodeProperties(netzme.resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		return await runOperation(this, netzme);
	}
}
