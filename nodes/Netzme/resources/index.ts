import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { get } from './balance/get';

export const resources: Resource[] = [
	{ value: 'balance', name: 'Balance', operations: [get] },
	genericRequest,
];
