import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { getProcessing } from './order/getProcessing';

export const resources: Resource[] = [
	{ value: 'order', name: 'Order', operations: [getProcessing] },
	genericRequest,
];
