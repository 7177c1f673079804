import type { Operation } from '../../../shared/provider';
import { sessionItems, sessionProperty, sessionRequest } from './session';

/** The same endpoint as for a payment; how its body says that it is a validation is not public. */
export const createValidation: Operation = {
	value: 'createValidation',
	name: 'Create Validation',
	action: 'Create a validation session',
	description: 'Start a validation and get the address of its page',
	properties: [
		sessionProperty(
			'The validation as Guestline documents it for your account, with what marks it as one, e.g. CRS reference and billing details of the customer. Sent as it is. Apple Pay and Google Pay are for payments only.',
		),
	],
	request: sessionRequest,
	items: sessionItems,
};
