import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { simulate } from './paymentSchedule/simulate';

export const resources: Resource[] = [
	{ value: 'paymentSchedule', name: 'Payment Schedule', operations: [simulate] },
	genericRequest,
];
