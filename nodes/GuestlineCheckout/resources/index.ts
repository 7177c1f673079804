import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { createPayment } from './session/createPayment';
import { createValidation } from './session/createValidation';

export const resources: Resource[] = [
	{ value: 'session', name: 'Session', operations: [createPayment, createValidation] },
	genericRequest,
];
