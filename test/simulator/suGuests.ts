import { isText, reply } from './call';
import { one } from './suReplies';
import type { Fields, SuState } from './suData';
import type { Answer } from './types';

// Messages, reviews and reports. Own choice: all bodies and answers here, as far as they are more
// than `hotelid`, the fields of a report, and the two shapes of a failure.
const failed = (response: unknown): Answer => reply(200, { status: 'Fail', response }, 'invalid');
const DONE = reply(200, { status: 'Success' });

const REPORTS = ['is_no_show', 'is_invalid_card'];

export const MESSAGE = {
	message: 'When is check-in?',
	guestid: 'G-1',
	bookingid: 'BK-1',
	listingid: 'L-1',
	bookingflag: 'B',
	messageid: 'M-1',
	channel_id: '19',
	threadid: 'T-1',
};
export const REVIEW = {
	review_id: 'R-1',
	channel_id: '19',
	rating: '9',
	review: 'A quiet house.',
};

/** Own choice: a body with a message sends it, any other lists. */
export function messages(sent: Fields): Answer {
	const { hotelid, message, threadid } = sent;
	if (message === undefined) {
		const isMeant = threadid === undefined || threadid === MESSAGE.threadid;
		return reply(200, { status: 'Success', data: isMeant ? [{ ...MESSAGE, hotelid }] : [] });
	}
	if (!isText(message)) return failed([{ message: 'message is empty' }]);
	return threadid === MESSAGE.threadid ? DONE : failed([{ message: 'Thread not found' }]);
}

export function sendAttachment({ attachment }: Fields): Answer {
	return isText(attachment) ? DONE : failed('attachment is required');
}

export function downloadAttachment({ attachmentid }: Fields): Answer {
	if (attachmentid !== 'A-1') return failed('Attachment not found');
	const headers = {
		'content-type': 'application/pdf',
		'content-disposition': 'attachment; filename="passport.pdf"',
	};
	return { status: 200, text: '%PDF-1.4', headers, outcome: 'ok' };
}

export function reviews({ hotelid, channel_id }: Fields): Answer {
	const isMeant = channel_id === undefined || channel_id === REVIEW.channel_id;
	return reply(200, { status: 'Success', reviews: isMeant ? [{ ...REVIEW, hotelid }] : [] });
}

export function replyToReview(sent: Fields): Answer {
	if (!isText(sent.reply)) return failed('reply is empty');
	return sent.review_id === REVIEW.review_id ? DONE : failed('Review not found');
}

export function report(sent: Fields, { data }: SuState): Answer {
	const { hotelid, reservation_notif_id, report: what } = sent;
	if (!isText(what) || !REPORTS.includes(what)) return one('400', 'invalid report');
	const known = data.reservations.get(String(hotelid)) ?? [];
	const isKnown = known.some(
		({ details }) => details.reservation_notif_id === reservation_notif_id,
	);
	return isKnown ? reply(200, { Status: 'enqueued' }) : one('950', 'Reservation Not Found');
}
