import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { bodyOf } from '../../answers';

/** GET /public/api/v1/payment/notif/trx ("Get Deduct Deposit Transaction Status"). */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of a deduction',
	description: 'Get what became of a payment that was reported for deduction',
	properties: [
		{
			displayName: 'ID Type',
			name: 'idType',
			type: 'options',
			options: [
				{
					name: 'Request ID',
					value: 'requestId',
					description: 'The ID of the request at Netzme',
				},
				{
					name: 'Transaction ID',
					value: 'partnerId',
					description: 'Your own ID of the payment',
				},
			],
			default: 'requestId',
			description: 'Which ID the payment is found by',
		},
		{
			displayName: 'ID',
			name: 'id',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. aggregator202103031542100001',
			description: 'Request ID or transaction ID of the payment, as chosen above',
		},
	],
	request: (parameters) => ({
		method: 'GET',
		path: '/public/api/v1/payment/notif/trx',
		query: {
			request_id: requiredId(parameters, 'id', 'ID'),
			type: requiredId(parameters, 'idType', 'ID Type'),
		},
	}),
	items: (answer) => [bodyOf(answer)],
};
