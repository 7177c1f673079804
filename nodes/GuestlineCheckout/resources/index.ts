import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { create } from './session/create';

export const resources: Resource[] = [
	{ value: 'session', name: 'Session', operations: [create] },
	genericRequest,
];
