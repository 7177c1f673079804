import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { push } from './availability/push';
import { getMany as getManyBookings } from './booking/getMany';
import { getBulkRatesAndInventory } from './log/getBulkRatesAndInventory';
import { getRatesAndInventory } from './log/getRatesAndInventory';
import { getMany as getManyMappings } from './mapping/getMany';
import { getMany as getManyOtaRatePlans } from './otaRatePlan/getMany';
import { deleteProperty } from './property/delete';
import { getMany as getManyProperties } from './property/getMany';
import { getMany as getManyRatePlans } from './ratePlan/getMany';
import { acknowledge } from './reservation/acknowledge';
import { pull } from './reservation/pull';
import { refetch } from './reservation/refetch';
import { getMany as getManyRooms } from './room/getMany';

export const resources: Resource[] = [
	{ value: 'property', name: 'Property', operations: [getManyProperties, deleteProperty] },
	{ value: 'room', name: 'Room', operations: [getManyRooms] },
	{ value: 'ratePlan', name: 'Rate Plan', operations: [getManyRatePlans] },
	{ value: 'availability', name: 'Availability', operations: [push] },
	{ value: 'reservation', name: 'Reservation', operations: [pull, acknowledge, refetch] },
	{ value: 'booking', name: 'Booking', operations: [getManyBookings] },
	{ value: 'mapping', name: 'Mapping', operations: [getManyMappings] },
	{
		value: 'log',
		name: 'Log',
		operations: [getRatesAndInventory, getBulkRatesAndInventory],
	},
	{ value: 'otaRatePlan', name: 'OTA Rate Plan', operations: [getManyOtaRatePlans] },
	genericRequest,
];
