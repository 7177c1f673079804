import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { TRIGGER_PROPERTIES } from './trigger/properties';

export class SasomTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SASOM Trigger',
		name: 'sasomTrigger',
		icon: { light: 'file:../../icons/sasom.svg', dark: 'file:../../icons/sasom.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(" and ") + " orders" }}',
		description:
			'Work with orders, prices and listings at SASOM. The trigger starts the workflow when an order in process is new or has changed.',
		defaults: { name: 'SASOM Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sasomApi', required: true }],
		properties: TRIGGER_PROPERTIES,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollOrders } = await import('./trigger/poll');
		return await pollOrders(this);
	}
}
