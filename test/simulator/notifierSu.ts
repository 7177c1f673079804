import type { Sending } from './notifier';

/** What the user has given to Su for its pushes. */
export interface PushAccount {
	user: string;
	password: string;
}

/** Numbers that a card scheme publishes for tests. */
const CARD = { cc_number: '4111111111111111', cc_cvc: '123', cc_name: 'Guest One' };

/**
 * A push of one reservation, every second one wrapped as `{"reservation": {...}}`. Su takes it for
 * delivered when the answer names its ID.
 */
export function suPush(
	at: number,
	account: PushAccount | undefined,
	changes: Record<string, unknown> = {},
): Sending {
	const reservation = {
		reservation_notif_id: `RN-${at}`,
		id: `BK-${at}_TEST0001`,
		hotel_id: 'TEST0001',
		status: 'new',
		totalprice: '200.10',
		currencycode: 'EUR',
		affiliation: { source: 'Booking.com', OTA_Code: '19' },
		customer: { first_name: 'Guest', last_name: 'One', ...CARD },
		rooms: [{ id: 'DBL', arrival_date: '2026-02-01', departure_date: '2026-02-03' }],
		...changes,
	};
	const body = at % 2 === 1 ? { reservation } : { reservations: [reservation] };
	const { reservation_notif_id: id } = reservation;
	return {
		body: JSON.stringify(body),
		headers: account ? basicHeader(account) : {},
		acknowledgement: JSON.stringify({ reservation_notif: { reservation_notif_id: [id] } }),
	};
}

/** Pushes with IDs `RN-0` on. */
export function suPushes(count: number, account: PushAccount): Sending[] {
	return Array.from({ length: count }, (_, at) => suPush(at, account));
}

/** The header that Su sends along. */
export function basicHeader({ user, password }: PushAccount): Record<string, string> {
	return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
