import { isText, reply } from './call';
import { dayAt, ONE_DAY_IN_MS, usDay } from './suDays';
import { bare, DONE, one, singular } from './suReplies';
import type { Fields, SuState } from './suData';
import type { Answer } from './types';

const ONE_HOUR_IN_MS = 60 * 60 * 1000;
const MAX_REFETCHES = 5;
/** Own choice: about six months. */
const BOOKING_DAYS = 186;

export interface Reservation {
	details: Fields;
	/** Whether it is handed out as `{"reservation": {...}}`. */
	isWrapped: boolean;
	isWaiting: boolean;
	firstPulledAt?: number;
	refetches: number;
}

/** Numbers that card schemes publish for tests. */
const TEST_CARDS = ['4111111111111111', '5555555555554444', '378282246310005'];
const GUESTS = ['One', 'Two', 'Three', 'Four', 'Five'];

/** Own choice: the fields beyond those of the page "Refetch Booking", as integrations name them. */
function detailsOf(hotelid: string, at: number, status: string, bookedAt: string): Fields {
	const name = GUESTS[at % GUESTS.length];
	const from = Date.parse(bookedAt) + 30 * ONE_DAY_IN_MS;
	const channel_booking_id = `BK-${at + 1}`;
	return {
		reservation_notif_id: `RN-${at + 1}`,
		id: `${channel_booking_id}_${hotelid}`,
		channel_booking_id,
		hotel_id: hotelid,
		status,
		booked_at: bookedAt,
		modified_at: bookedAt,
		commissionamount: '',
		currencycode: 'EUR',
		paymenttype: 'Hotel Collect',
		totalprice: '200.10',
		totaltax: '20.00',
		extrafees: [],
		taxes: [],
		affiliation: { pos: 'Booking.com', source: 'Booking.com', OTA_Code: '19' },
		customer: {
			first_name: 'Guest',
			last_name: name,
			email: `guest.${name.toLowerCase()}@example.com`,
			cc_name: `Guest ${name}`,
			cc_number: TEST_CARDS[at % TEST_CARDS.length],
			cc_cvc: '123',
			cc_expiration_date: '12/2030',
			cc_type: 'Visa',
		},
		rooms: [
			{
				id: 'DBL',
				roomreservation_id: `RR-${at + 1}`,
				arrival_date: dayAt(from),
				departure_date: dayAt(from + 2 * ONE_DAY_IN_MS),
				guest_name: `Guest ${name}`,
				totalprice: '200.10',
			},
		],
	};
}

/** Three that wait, every second one wrapped, and two older ones that were acknowledged long ago. */
export function freshReservations(hotelid: string): Reservation[] {
	const statuses = ['new', 'modified', 'cancelled', 'new', 'new'];
	const daysAgo = [0, 1, 2, 40, 100];
	return statuses.map((status, at) => ({
		details: detailsOf(hotelid, at, status, dayAt(Date.now() - daysAgo[at] * ONE_DAY_IN_MS)),
		isWrapped: at % 2 === 1,
		isWaiting: at < 3,
		refetches: 0,
	}));
}

/**
 * A further reservation for the queue of a hotel, for tests.
 *
 * @param sent `hotelid`; `status`: new, modified, requested or cancelled; `isWrapped`; everything
 * else replaces fields of the reservation
 */
export function enqueue(sent: Fields, { account, data, now }: SuState): Fields {
	const { hotelid = account.hotelid, status = 'new', isWrapped = false, ...changes } = sent;
	const known = data.reservations.get(String(hotelid)) ?? [];
	const details = {
		...detailsOf(String(hotelid), known.length, String(status), dayAt(now())),
		...changes,
	};
	const added = { details, isWrapped: isWrapped === true, isWaiting: true, refetches: 0 };
	data.reservations.set(String(hotelid), [...known, added]);
	return details;
}

const reservationsOf = ({ hotelid, Su_hotelid }: Fields, { data }: SuState): Reservation[] =>
	data.reservations.get(String(hotelid ?? Su_hotelid)) ?? [];

const shown = ({ details, isWrapped }: Reservation): Fields =>
	isWrapped ? { reservation: details } : details;

export function pull(sent: Fields, state: SuState): Answer {
	const now = state.now();
	for (const each of reservationsOf(sent, state)) {
		// Without an acknowledgement within an hour a booking leaves the queue.
		const { firstPulledAt = now } = each;
		each.isWaiting &&= firstPulledAt > now - ONE_HOUR_IN_MS;
		if (each.isWaiting) each.firstPulledAt ??= now;
	}
	const waiting = reservationsOf(sent, state).filter(({ isWaiting }) => isWaiting);
	return reply(200, { reservations: waiting.map(shown) });
}

export function acknowledge(sent: Fields, state: SuState): Answer {
	const ids = (Object(sent.reservation_notif) as Fields).reservation_notif_id;
	if (!Array.isArray(ids) || !ids.length || !ids.every(isText)) {
		return one('400', 'reservation_notif_id is required');
	}
	const waiting = reservationsOf(sent, state).filter(({ isWaiting }) => isWaiting);
	const meant = waiting.filter(({ details }) => ids.includes(String(details.reservation_notif_id)));
	if (ids.some((id) => !meant.some(({ details }) => details.reservation_notif_id === id))) {
		return one('950', 'Reservation Not Found');
	}
	meant.forEach((each) => (each.isWaiting = false));
	return DONE;
}

export function refetch(sent: Fields, state: SuState): Answer {
	if (!isText(sent.bookingid)) return singular('400', 'bookingid is required');
	const found = reservationsOf(sent, state).find(({ details }) => details.id === sent.bookingid);
	if (!found) return bare('Not found');
	found.refetches += 1;
	// Own choice: the words of this failure.
	if (found.refetches > MAX_REFETCHES) return one('400', 'booking was fetched 5 times');
	return reply(200, { reservations: [shown(found)] });
}

export function bookings(sent: Fields, state: SuState): Answer {
	const [from, to] = [usDay(sent.date_from), usDay(sent.date_to)];
	if (!from || !to || to < from) return singular('15', 'invalid date');
	if (from < dayAt(state.now() - BOOKING_DAYS * ONE_DAY_IN_MS)) {
		return singular('15', 'invalid date: at most 6 months in the past');
	}
	const found = reservationsOf(sent, state)
		.map(({ details }) => details)
		.filter(({ booked_at }) => String(booked_at) >= from && String(booked_at) <= to);
	return reply(200, { BookingDetails: found.map(bookingOf) });
}

function bookingOf({ id, booked_at, status, rooms }: Fields): Fields {
	const [{ arrival_date, departure_date }] = rooms as Fields[];
	return {
		booking_id: id,
		Channel_code: '19',
		Booking_date: `${String(booked_at)} 10:00:00`,
		checkindate: arrival_date,
		checkoutdate: departure_date,
		status: status === 'cancelled' ? 'cancelled' : 'confirm',
	};
}
