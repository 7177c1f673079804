import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { getMany } from './property/getMany';

export const resources: Resource[] = [
	{ value: 'property', name: 'Property', operations: [getMany] },
	genericRequest,
];
