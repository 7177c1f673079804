import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';

/** GET /api/aggregator/merchant/withdraw/deposit/{requestId} ("Get Information Withdraw Deposit"). */
export const getWithdrawalStatus: Operation = {
	value: 'getWithdrawalStatus',
	name: 'Get Withdrawal Status',
	action: 'Get the status of a withdrawal of a deposit',
	description:
		'Get what became of a withdrawal of the deposit; after it was submitted it is pending',
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
		return { method: 'GET', path: `/api/aggregator/merchant/withdraw/deposit/${id}` };
	},
	items: (answer) => [bodyOf(answer)],
};
