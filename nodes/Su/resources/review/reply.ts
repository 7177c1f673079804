import type { Operation } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID } from '../../fields';
import { jsonField, writeJson } from '../../json-body';

const REPLY = jsonField(
	'replyJson',
	'Reply (JSON)',
	'{"review_id": "R-1", "reply": "Thank you"}',
	'The reply, and to which review.',
);

/** POST review/reply. */
export const reply: Operation = {
	value: 'reply',
	name: 'Reply',
	action: 'Reply to a review',
	description: 'Publish a reply to a review at the channel where it was written',
	properties: [HOTEL_ID, REPLY],
	request: (parameters) => writeJson('review/reply', parameters, REPLY, 'Reviews'),
	items: (body) => [succeeded(body)],
};
