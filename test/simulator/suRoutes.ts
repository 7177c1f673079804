import { isDay, isText, isWhole, jsonBody, reply } from './call';
import { isObject } from './digest';
import {
	bare,
	BOOKINGS,
	CHANNEL,
	DONE,
	many,
	MAPPED,
	one,
	RATE_PLANS,
	ROOMS,
	singular,
} from './suData';
import type { Handler, Routes } from './call';
import type { Fields, SuState } from './suData';
import type { Answer } from './types';

const ONE_DAY_IN_MS = 24 * 60 * 60 * 1000;
const ONE_HOUR_IN_MS = 60 * 60 * 1000;
const MAX_REFETCHES = 5;

/** A route whose body names a known hotel. */
function forHotel(
	work: (sent: Fields, state: SuState) => Answer,
	field = 'hotelid',
): Handler<SuState> {
	return (call, state) => {
		const sent = jsonBody(call);
		if (!sent) return one('400', 'invalid request body');
		const id = sent[field];
		const isKnown = typeof id === 'string' && state.data.hotels.has(id);
		return isKnown ? work(sent, state) : many('400', 'invalid hotel code');
	};
}

/** `MM-DD-YYYY`, the form of the booking list alone. */
function usDay(value: unknown): string | undefined {
	const [, month, day, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(String(value)) ?? [];
	return isDay(`${year}-${month}-${day}`) ? `${year}-${month}-${day}` : undefined;
}

function spanProblem(date: unknown, now: number, days: number): Answer | undefined {
	const { from, to } = Object(date) as Fields;
	if (!isDay(from) || !isDay(to) || to < from) return one('15', 'invalid date');
	if (to < new Date(now).toISOString().slice(0, 10)) return one('861', 'date has passed');
	const span = (Date.parse(to) - Date.parse(from)) / ONE_DAY_IN_MS;
	return span > days ? one('15', `invalid date: at most ${days} days`) : undefined;
}

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);
const hasRoom = (id: unknown): boolean => ROOMS.some(({ roomid }) => roomid === id);
const hasRate = (id: unknown): boolean => RATE_PLANS.some(({ rateplanid }) => rateplanid === id);
const FLAGS = ['closed', 'closedonarrival', 'closedondeparture'];

/** Own choice: numbers may come as digits in a string, flags only as "0" or "1". */
function dateProblem(date: Fields, now: number): Answer | undefined {
	const span = spanProblem(date, now, 730);
	if (span) return span;
	const { roomstosell } = date;
	if (roomstosell !== undefined && !isWhole(Number(roomstosell), 0)) {
		return one('862', 'invalid rooms to sell');
	}
	if (list(date.rate).some(({ rateplanid }) => !hasRate(rateplanid)))
		return one('863', 'no rate_id');
	if (date.price !== undefined && !list(date.rate).length) return one('939', 'no rates');
	const flag = FLAGS.find((name) => date[name] !== undefined && !/^[01]$/.test(String(date[name])));
	return flag ? one('400', `invalid ${flag}`) : undefined;
}

function pushAvailability(sent: Fields, { data, now }: SuState): Answer {
	const rooms = list(sent.room);
	if (!rooms.length) return one('938', 'no rooms');
	for (const room of rooms) {
		if (!hasRoom(room.roomid)) return one('859', 'no room_id');
		if (!list(room.date).length) return one('15', 'invalid date');
		const problem = list(room.date)
			.map((date) => dateProblem(date, now()))
			.find(Boolean);
		if (problem) return problem;
	}
	data.inventory.push(...rooms);
	return DONE;
}

function pull(_sent: Fields, { data, now }: SuState): Answer {
	// Without an acknowledgement within an hour a booking leaves the queue.
	data.queue = data.queue.filter(
		({ firstPulledAt = now() }) => firstPulledAt > now() - ONE_HOUR_IN_MS,
	);
	data.queue.forEach((each) => (each.firstPulledAt ??= now()));
	// Items come flat or wrapped; here every second one is wrapped.
	const reservations = data.queue.map(({ details }, at) =>
		at % 2 ? { reservation: details } : details,
	);
	return reply(200, { reservations });
}

function acknowledge(sent: Fields, { data }: SuState): Answer {
	const ids = (Object(sent.reservation_notif) as Fields).reservation_notif_id;
	if (!Array.isArray(ids) || !ids.length || !ids.every(isText)) {
		return singular('400', 'reservation_notif_id is required');
	}
	const isUnknown = ids.some((id) => !data.queue.some((each) => each.id === id));
	if (isUnknown) return singular('950', 'reservation not found');
	data.queue = data.queue.filter(({ id }) => !ids.includes(id));
	return DONE;
}

function refetch(sent: Fields, { data }: SuState): Answer {
	const id = String(sent.bookingid);
	const found = BOOKINGS.find(({ booking_id }) => booking_id === id);
	if (!found) return bare('Not found');
	const times = (data.refetches.get(id) ?? 0) + 1;
	if (times > MAX_REFETCHES) return one('548', 'Limit has been reached.');
	data.refetches.set(id, times);
	return reply(200, { reservations: [{ reservation: found }] });
}

function bookings({ date_from, date_to }: Fields): Answer {
	const [from, to] = [usDay(date_from), usDay(date_to)];
	if (!from || !to || to < from) return one('15', 'invalid date');
	// Own choice: the sample bookings are in the list whatever the dates are.
	return reply(200, { BookingDetails: BOOKINGS });
}

const dailyInventory = (roomid: unknown, rateplanid: unknown, date: unknown) => ({
	roomid,
	rateplanid,
	date,
	roomstosell: '10',
	price: [{ NumberOfGuests: '2', value: '100.00' }],
	closed: '0',
});

function inventoryLog({ roomid, rateplanid, date }: Fields, { now }: SuState): Answer {
	if (!hasRoom(roomid)) return one('859', 'no room_id');
	if (!hasRate(rateplanid)) return one('863', 'no rate_id');
	const problem = spanProblem(date, now(), 730);
	return problem ?? reply(200, { inventory: [dailyInventory(roomid, rateplanid, date)] });
}

function bulk({ date, fullyear }: Fields, { now }: SuState): Answer {
	const problem = fullyear === '1' ? undefined : spanProblem(date, now(), 90);
	if (problem) return problem;
	const inventory = ROOMS.map(({ roomid }) => dailyInventory(roomid, 'BAR', date ?? 'fullyear'));
	return reply(200, { inventory });
}

function mappings({ channelid }: Fields): Answer {
	if (channelid !== undefined && channelid !== CHANNEL.channelid) {
		return singular('573', 'channel mapping not found');
	}
	const rooms = [{ roomid: 'DBL', rateplanid: 'BAR', channelroomid: '1' }];
	return reply(200, { [CHANNEL.channelid]: { channelhotelid: CHANNEL.channelhotelid, rooms } });
}

function otaRatePlans({ channelid, channelhotelid }: Fields): Answer {
	const isMapped = channelid === CHANNEL.channelid && channelhotelid === CHANNEL.channelhotelid;
	if (!isMapped) return singular('573', 'channel mapping not found');
	return reply(200, { rateplans: [{ channelrateplanid: '1', channelrateplanname: 'Standard' }] });
}

// Own choice: the second hotel never loses its mapping, the first one may be removed at once.
function removeProperty({ hotelid }: Fields, { data }: SuState): Answer {
	if (String(hotelid).endsWith(MAPPED)) return one('953', 'property still mapped');
	data.hotels.delete(String(hotelid));
	return DONE;
}

const BASE = '/SUAPI/jservice';

export const SU_ROUTES: Routes<SuState> = {
	[`GET ${BASE}/pmsproperty`]: (_call, { data }) =>
		reply(200, {
			properties: [...data.hotels].map((propertyid) => ({
				propertyid,
				propertyname: `Hotel ${propertyid}`,
				status: 'Active',
				roomcount: ROOMS.length,
			})),
		}),
	[`POST ${BASE}/roomdetails`]: forHotel(() => reply(200, { rooms: ROOMS })),
	[`POST ${BASE}/ratedetails`]: forHotel(() => reply(200, { rateplans: RATE_PLANS })),
	[`POST ${BASE}/availability`]: forHotel(pushAvailability),
	[`POST ${BASE}/Reservation`]: forHotel(pull),
	[`POST ${BASE}/Reservation_notif`]: forHotel(acknowledge),
	[`POST ${BASE}/Bookings`]: forHotel(bookings, 'Su_hotelid'),
	[`POST ${BASE}/getReservation`]: forHotel(refetch),
	[`POST ${BASE}/mappings`]: forHotel(mappings),
	[`POST ${BASE}/invratedetails`]: forHotel(inventoryLog),
	[`POST ${BASE}/BulkARIdetails`]: forHotel(bulk),
	[`POST ${BASE}/OTARateplanPull`]: forHotel(otaRatePlans),
	[`POST ${BASE}/RemoveProperty`]: forHotel(removeProperty),
};
