import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { createAsk } from './listing/createAsk';
import { createPreorder } from './listing/createPreorder';
import { getMany } from './listing/getMany';
import { updateAsk } from './listing/updateAsk';
import { updatePreorder } from './listing/updatePreorder';
import { getProcessing } from './order/getProcessing';
import { getSettled } from './order/getSettled';
import { getLowest } from './price/getLowest';
import { create } from './r2sBatch/create';

export const resources: Resource[] = [
	{ value: 'order', name: 'Order', operations: [getProcessing, getSettled] },
	{
		value: 'listing',
		name: 'Listing',
		operations: [getMany, createAsk, createPreorder, updateAsk, updatePreorder],
	},
	{ value: 'price', name: 'Price', operations: [getLowest] },
	{ value: 'r2sBatch', name: 'R2S Batch', operations: [create] },
	genericRequest,
];
