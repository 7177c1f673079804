import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { RESERVATIONS_TRIGGER_PROPERTIES } from './trigger/properties';

export class SuReservationsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Su Reservations Trigger',
		name: 'suReservationsTrigger',
		icon: { light: 'file:../../icons/su.svg', dark: 'file:../../icons/su.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "queue of " + $parameter["hotelIds"] }}',
		description:
			'Asks the Su channel manager at intervals and starts the workflow for new, modified, requested or cancelled reservations',
		defaults: { name: 'Su Reservations Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'suApi', required: true }],
		properties: RESERVATIONS_TRIGGER_PROPERTIES,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollReservations } = await import('./trigger/poll');
		return await pollReservations(this);
	}
}
