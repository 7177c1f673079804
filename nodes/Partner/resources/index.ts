import type { Resource } from '../../shared/provider';
import { send } from './request/send';
import { check } from './signature/check';
import { preview } from './signature/preview';
import { checkExample } from './webhook/check';
import { verify } from './webhook/verify';

export const resources: Resource[] = [
	{ value: 'request', name: 'Request', operations: [send] },
	{ value: 'signature', name: 'Signature', operations: [preview, check] },
];

/** What takes the credential of webhooks in place of that of requests. */
export const webhookResources: Resource[] = [
	{ value: 'webhook', name: 'Webhook Signature', operations: [checkExample, verify] },
];
