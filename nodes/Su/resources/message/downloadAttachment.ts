import type { Operation } from '../../../shared/provider';
import { HOTEL_ID } from '../../fields';
import { jsonField, postJson } from '../../json-body';

const WANTED = jsonField(
	'wantedJson',
	'Attachment (JSON)',
	'{"attachmentid": "A-1"}',
	'Which attachment, and of which message.',
);

/** POST message/downloadAttachment. The answer is handed on as it comes, a file as binary data. */
export const downloadAttachment: Operation = {
	value: 'downloadAttachment',
	name: 'Download Attachment',
	action: 'Download an attachment',
	description: 'Get a file that a guest has sent',
	properties: [HOTEL_ID, WANTED],
	isRead: true,
	request: (parameters) => postJson('message/downloadAttachment', parameters, WANTED),
};
