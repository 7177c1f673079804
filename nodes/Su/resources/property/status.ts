import type { IDataObject } from 'n8n-workflow';
import { switchOf } from '../../../shared/fields/boolean';
import type { Asked, Operation, Parameters, RequestDescription } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';

const FORCE = { name: 'force', label: 'Force Deactivation' };

export const activate: Operation = {
	value: 'activate',
	name: 'Activate',
	action: 'Activate a property',
	description: 'Take a property into service again',
	properties: [HOTEL_ID],
	request: (parameters) => toggle(parameters, true),
	items,
};

export const deactivate: Operation = {
	value: 'deactivate',
	name: 'Deactivate',
	action: 'Deactivate a property',
	description: 'Take a property out of service. Activate brings it back.',
	properties: [
		HOTEL_ID,
		{
			displayName: FORCE.label,
			name: FORCE.name,
			type: 'boolean',
			default: false,
			description:
				'Whether to deactivate the property also where Su would refuse, because it has active mappings for instance (code 1225)',
		},
	],
	request: (parameters) => {
		const isForced = switchOf(parameters, FORCE.name, FORCE.label);
		return toggle(parameters, false, isForced ? { force_deactivation: '1' } : {});
	},
	items,
};

/**
 * POST TogglePropertyStatus. The list of its fields says `is_activate`, its sample `is_active`: both
 * are sent, and say the same. That flags are "1" and "0" here, as elsewhere, is our conclusion.
 */
function toggle(
	parameters: Parameters,
	isActive: boolean,
	more: IDataObject = {},
): RequestDescription {
	const hotelId = hotelIdOf(parameters);
	const flag = isActive ? '1' : '0';
	const body = { is_activate: flag, is_active: flag, ...more };
	return { ...post('TogglePropertyStatus', hotelId, body), reference: `Property ${hotelId}` };
}

function items(body: unknown, { parameters }: Asked): IDataObject[] {
	return [{ ...succeeded(body), hotelid: hotelIdOf(parameters) }];
}
