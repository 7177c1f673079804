import type { Operation } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID } from '../../fields';
import { jsonField, writeJson } from '../../json-body';

const ATTACHMENT = jsonField(
	'attachmentJson',
	'Attachment (JSON)',
	'{"threadid": "T-1", "attachment": "aGVsbG8="}',
	'The file in JSON, and whom it is for.',
);

/** POST message/sendAttachment. */
export const sendAttachment: Operation = {
	value: 'sendAttachment',
	name: 'Send Attachment',
	action: 'Send an attachment',
	description: 'Send a file to a guest, as JSON',
	properties: [HOTEL_ID, ATTACHMENT],
	request: (parameters) => writeJson('message/sendAttachment', parameters, ATTACHMENT, 'Messages'),
	items: (body) => [succeeded(body)],
};
