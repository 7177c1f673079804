import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { push } from './availability/push';
import { getMany as getManyBookings } from './booking/getMany';
import { createOrUpdateProperty, createOrUpdateRatePlan, createOrUpdateRoom } from './content';
import { push as pushToChannel } from './inventoryControl/push';
import { getBulkRatesAndInventory } from './log/getBulkRatesAndInventory';
import { getRatesAndInventory } from './log/getRatesAndInventory';
import { getMany as getManyMappings } from './mapping/getMany';
import { downloadAttachment } from './message/downloadAttachment';
import { getMany as getManyMessages } from './message/getMany';
import { send } from './message/send';
import { sendAttachment } from './message/sendAttachment';
import { getMany as getManyOtaRatePlans } from './otaRatePlan/getMany';
import { deleteProperty } from './property/delete';
import { getMany as getManyProperties } from './property/getMany';
import { activate, deactivate } from './property/status';
import { getMany as getManyRatePlans } from './ratePlan/getMany';
import { invalidCard } from './report/invalidCard';
import { noShow } from './report/noShow';
import { acknowledge } from './reservation/acknowledge';
import { pull } from './reservation/pull';
import { refetch } from './reservation/refetch';
import { getMany as getManyReviews } from './review/getMany';
import { reply } from './review/reply';
import { getMany as getManyRooms } from './room/getMany';

export const resources: Resource[] = [
	{
		value: 'property',
		name: 'Property',
		operations: [getManyProperties, createOrUpdateProperty, activate, deactivate, deleteProperty],
	},
	{ value: 'room', name: 'Room', operations: [getManyRooms, createOrUpdateRoom] },
	{ value: 'ratePlan', name: 'Rate Plan', operations: [getManyRatePlans, createOrUpdateRatePlan] },
	{ value: 'availability', name: 'Availability', operations: [push] },
	{ value: 'inventoryControl', name: 'Inventory Control', operations: [pushToChannel] },
	{ value: 'reservation', name: 'Reservation', operations: [pull, acknowledge, refetch] },
	{ value: 'booking', name: 'Booking', operations: [getManyBookings] },
	{ value: 'mapping', name: 'Mapping', operations: [getManyMappings] },
	{
		value: 'log',
		name: 'Log',
		operations: [getRatesAndInventory, getBulkRatesAndInventory],
	},
	{ value: 'otaRatePlan', name: 'OTA Rate Plan', operations: [getManyOtaRatePlans] },
	{
		value: 'message',
		name: 'Message',
		operations: [getManyMessages, send, sendAttachment, downloadAttachment],
	},
	{ value: 'review', name: 'Review', operations: [getManyReviews, reply] },
	{ value: 'report', name: 'Report', operations: [noShow, invalidCard] },
	genericRequest,
];
