import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/properties';
import { guestlineCheckout } from './provider';

export class GuestlineCheckout implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Guestline Checkout',
		name: 'guestlineCheckout',
		icon: { light: 'file:../../icons/guestline.svg', dark: 'file:../../icons/guestline.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(guestlineCheckout.resources),
		description: 'Start payments and validations on the hosted payment page of Guestline',
		defaults: { name: 'Guestline Checkout' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'guestlineCheckoutApi', required: true }],
		usableAsTool: true,
		properties: nodeProperties(guestlineCheckout.resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/run');
		return await runOperation(this, guestlineCheckout);
	}
}
