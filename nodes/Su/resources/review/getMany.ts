import type { Operation } from '../../../shared/provider';
import { anyEntriesOf } from '../../answers';
import { HOTEL_ID } from '../../fields';
import { jsonField, postJson } from '../../json-body';

const FILTER = jsonField(
	'reviewFilterJson',
	'Filter (JSON)',
	'{"channel_id": "19"}',
	'Which reviews; all that Su gives where it is {}.',
);

/** POST review/list. */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many reviews',
	description: 'Get the reviews that guests have written about a property',
	properties: [HOTEL_ID, FILTER],
	isRead: true,
	request: (parameters) => postJson('review/list', parameters, FILTER),
	items: (body) => anyEntriesOf(body, ['reviews', 'data', 'response']),
	list: {},
};
