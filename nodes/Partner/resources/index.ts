import type { Resource } from '../../shared/provider';
import { send } from './request/send';
import { check } from './signature/check';
import { preview } from './signature/preview';

export const resources: Resource[] = [
	{ value: 'request', name: 'Request', operations: [send] },
	{ value: 'signature', name: 'Signature', operations: [preview, check] },
];
