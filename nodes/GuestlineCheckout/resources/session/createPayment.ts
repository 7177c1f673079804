import type { Operation } from '../../../shared/provider';
import { sessionItems, sessionProperty, sessionRequest } from './session';

/** Its value is older than its name: workflows hold `create`. */
export const createPayment: Operation = {
	value: 'create',
	name: 'Create Payment',
	action: 'Create a payment session',
	description: 'Start a payment and get the address of its payment page',
	properties: [
		sessionProperty(
			'The payment as Guestline documents it for your account, e.g. amount, CRS reference and billing details of the customer. Sent as it is.',
		),
	],
	request: sessionRequest,
	items: sessionItems,
};
