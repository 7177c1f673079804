import type { Operation } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID } from '../../fields';
import { jsonField, writeJson } from '../../json-body';

const MESSAGE = jsonField(
	'messageJson',
	'Message (JSON)',
	'{"threadid": "T-1", "message": "Welcome"}',
	'The message, and whom it is for: threadid, bookingid and the like, as a pushed message has them.',
);

/** POST messagingAB. */
export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send a message',
	description: 'Send a message to a guest',
	properties: [HOTEL_ID, MESSAGE],
	request: (parameters) => writeJson('messagingAB', parameters, MESSAGE, 'Messages'),
	items: (body) => [succeeded(body)],
};
