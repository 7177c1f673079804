import { basicHeader, type PushAccount } from './notifierSu';
import type { Sending } from './notifier';

/** The answer to a push of messages or reviews. */
const ACKNOWLEDGEMENT = JSON.stringify({ status: 'Success' });

const sending = (body: object, account: PushAccount | undefined): Sending => ({
	body: JSON.stringify(body),
	headers: account ? basicHeader(account) : {},
	acknowledgement: ACKNOWLEDGEMENT,
});

/** A message of a guest, with the documented fields. */
export function suMessage(
	at: number,
	account: PushAccount | undefined,
	changes: Record<string, unknown> = {},
): Sending {
	const message = {
		hotelid: 'TEST0001',
		message: 'When is check-in?',
		guestid: 'G-1',
		bookingid: 'BK-1',
		listingid: 'L-1',
		bookingflag: 'B',
		messageid: `M-${at}`,
		channel_id: '19',
		threadid: 'T-1',
		user_details: { first_name: 'Guest' },
		booking_details: { arrival_date: '2026-02-01', cc_number: '4111111111111111' },
		attachment: [],
		...changes,
	};
	return sending(message, account);
}

/** A review. Own choice: its fields, of which no document is at hand. */
export function suReview(at: number, account: PushAccount | undefined): Sending {
	const review = { hotelid: 'TEST0001', review_id: `R-${at}`, channel_id: '19', rating: '9' };
	return sending(review, account);
}

/** A push that only names reservations, as an integration has seen it. */
export function suNamed(ids: string[], account: PushAccount | undefined): Sending {
	const reservation_notif = { reservation_notif_id: ids };
	const body = { hotelid: 'TEST0001', reservation_notif };
	return {
		...sending(body, account),
		acknowledgement: JSON.stringify({ reservation_notif }),
	};
}
