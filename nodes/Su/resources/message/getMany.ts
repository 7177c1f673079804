import type { Operation } from '../../../shared/provider';
import { anyEntriesOf } from '../../answers';
import { HOTEL_ID } from '../../fields';
import { jsonField, postJson } from '../../json-body';
import { maskCardFields } from '../../../shared/card-fields';

const FILTER = jsonField(
	'messageFilterJson',
	'Filter (JSON)',
	'{"threadid": "T-1"}',
	'Which messages; all that Su gives where it is {}.',
);

/**
 * POST messagingAB. That messages are listed and sent at the same address is our conclusion, so this
 * is no read that may be repeated. The booking of a guest may come along, and with it a payment card.
 */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the messages between guests and a property',
	properties: [HOTEL_ID, FILTER],
	isRead: false,
	request: (parameters) => {
		const request = postJson('messagingAB', parameters, FILTER);
		return { ...request, reference: `Messages of property ${request.rateLimitKey}` };
	},
	items: (body) => anyEntriesOf(body, ['messages', 'data', 'response']).map(maskCardFields),
	list: {},
};
