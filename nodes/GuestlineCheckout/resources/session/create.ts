import { UserError, type IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../shared/fields';
import type { Operation } from '../../../shared/provider';

/** POST /api/checkout/sessions; the field names of its body are not public. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a session',
	description: 'Start a payment or a validation and get the address of its payment page',
	properties: [
		{
			displayName: 'Session (JSON)',
			name: 'session',
			type: 'json',
			default: '{}',
			required: true,
			description:
				'The transaction as Guestline documents it for your account: amount, CRS reference, billing details of the customer',
		},
	],
	request: (parameters) => ({
		method: 'POST',
		path: '/api/checkout/sessions',
		body: filledIn(jsonObject(parameters, 'session', 'Session (JSON)')),
	}),
};

function filledIn(session: IDataObject): IDataObject {
	if (Object.keys(session).length > 0) return session;
	throw new UserError('Session (JSON) is empty', {
		description:
			'Fill in the transaction as Guestline documents it for your account. Nothing was sent.',
	});
}
