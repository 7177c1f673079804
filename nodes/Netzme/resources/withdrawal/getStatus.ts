import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';

/** GET /api/aggregator/merchant/withdraw/{requestId}. */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of a withdrawal',
	description: 'Get what became of a withdrawal; after it was submitted it is pending',
	properties: [
		{
			displayName: 'Request ID',
			name: 'requestId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. aggregator202103091003110001',
			description: 'The one with which the withdrawal was submitted',
		},
	],
	request: (parameters) => {
		const id = requiredPathStep(parameters, 'requestId', 'Request ID');
		return { method: 'GET', path: `/api/aggregator/merchant/withdraw/${id}` };
	},
	items: (answer) => [bodyOf(answer)],
};
