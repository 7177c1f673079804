import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { su } from './provider';

export class Su implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Su',
		name: 'su',
		icon: { light: 'file:../../icons/su.svg', dark: 'file:../../icons/su.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(su.resources),
		description:
			'Work with properties, availability, rates and reservations in the Su channel manager',
		defaults: { name: 'Su' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'suApi', required: true }],
		usableAsTool: true,
		properties: nodeProperties(su.resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		return await runOperation(this, su);
	}
}
