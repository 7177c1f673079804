import { reply } from './call';
import type { Answer, State } from './types';

export interface SuAccount {
	domain: string;
	clientSecrets: { sandbox: string; production: string };
	hotelid: string;
}

interface Queued {
	id: string;
	details: Fields;
	firstPulledAt?: number;
}

export interface SuData {
	/** The hotel of the account and a second one, which stays mapped to a channel. */
	hotels: Set<string>;
	queue: Queued[];
	refetches: Map<string, number>;
	inventory: Fields[];
}

export type SuState = State<SuAccount, SuData>;
export type Fields = Record<string, unknown>;

export const MAPPED = '-MAPPED';

export const ROOMS = ['DBL', 'SGL'].map((roomid, at) => ({
	roomid,
	roomname: `Room ${roomid}`,
	roomtype: roomid,
	maximumoccupancy: 2 - at,
	status: 'Active',
	quantity: 10,
	rate: '100.00',
}));
export const RATE_PLANS = ['BAR', 'NRF', 'BB'].map((rateplanid) => ({
	rateplanid,
	rateplanname: `Rate ${rateplanid}`,
	mealplanid: '14',
	description: '',
	status: 'Active',
}));
export const BOOKINGS = ['BK-1', 'BK-2', 'BK-3'].map((booking_id, at) => ({
	booking_id,
	Channel_code: '19',
	Booking_date: `2025-01-0${at + 1} 10:00:00`,
	checkindate: `2025-03-0${at + 1}`,
	checkoutdate: `2025-03-0${at + 3}`,
	status: 'New',
}));

export function freshHotels({ hotelid }: SuAccount): SuData {
	const queue = BOOKINGS.map(({ booking_id, checkindate, checkoutdate }, at) => {
		const id = `RN-${at + 1}`;
		const card = { cc_name: 'Test Guest', cc_number: '4111111111111111', cc_cvc: '123' };
		const stay = { id: booking_id, hotelid, checkindate, checkoutdate, status: 'new' };
		return { id, details: { ...stay, reservation_notif_id: id, customer: card } };
	});
	const hotels = new Set([hotelid, hotelid + MAPPED]);
	return { hotels, queue, refetches: new Map(), inventory: [] };
}

// The documents show four shapes of a failure; each of them occurs below.
// Own choice: which endpoint uses which shape.
export const failureOne = (Code: string, ShortText: string) => ({
	Status: 'Fail',
	Errors: { Code, ShortText },
});
export const one = (code: string, text: string): Answer =>
	reply(200, failureOne(code, text), 'invalid');
export const many = (Code: string, ShortText: string): Answer =>
	reply(200, { Status: 'Fail', Errors: [{ Code, ShortText }], Ruid: '' }, 'invalid');
export const bare = (Message: string): Answer =>
	reply(200, { Status: 'Fail', Errors: [], Message, Ruid: 'ruid_1' }, 'invalid');
export const singular = (Code: string, ShortText: string): Answer =>
	reply(200, { Status: 'Fail', Error: { Code, ShortText } }, 'invalid');
export const DONE = reply(200, { Status: 'Success' });

export const CHANNEL = { channelid: '19', channelhotelid: '900001' };
