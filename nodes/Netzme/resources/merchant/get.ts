import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';

/** GET /api/aggregator/merchant/qr/merchant_detail. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a merchant',
	description:
		'Get the details of a merchant by phone number; code 404 means that it is not active, or not known',
	properties: [
		{
			displayName: 'Phone Number',
			name: 'phoneNo',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +628110000001',
			description: 'The number with which the merchant is registered',
		},
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/api/aggregator/merchant/qr/merchant_detail',
		query: { phoneNo: requiredId(parameters, 'phoneNo', 'Phone Number') },
	}),
	items: (answer) => [bodyOf(answer)],
};
