import { freshReservations, type Reservation } from './suReservations';
import type { State } from './types';

export interface SuAccount {
	/** What Su sends along when it pushes: invented by the user. */
	push: { user: string; password: string };
	domain: string;
	clientSecrets: { sandbox: string; production: string };
	hotelid: string;
}

export interface SuData {
	/** The hotel of the account and a second one, which can't be removed. */
	hotels: Set<string>;
	/** Those that were deactivated. */
	inactive: Set<string>;
	/** All that ever were, by hotel; the queue is those that wait. */
	reservations: Map<string, Reservation[]>;
	/** What was pushed, the latest last, by hotel. */
	pushes: Map<string, Fields[]>;
}

export type SuState = State<SuAccount, SuData>;
export type Fields = Record<string, unknown>;

export const MAPPED = '-MAPPED';

export const ROOMS = ['DBL', 'SGL'].map((roomid, at) => ({
	roomid,
	roomname: `Room ${roomid}`,
	roomtype: roomid,
	maximumoccupancy: String(2 - at),
	status: 'Active',
	quantity: '10',
	sizemeasurement: '20',
	sizemeasurementunit: 'sqm',
	rate: '100.00',
}));
export const RATE_PLANS = ['BAR', 'NRF', 'BB'].map((rateplanid) => ({
	rateplanid,
	rateplanname: `Rate ${rateplanid}`,
	mealplanid: '14',
	description: '',
	status: 'Active',
}));

export function freshHotels({ hotelid }: SuAccount): SuData {
	return {
		hotels: new Set([hotelid, hotelid + MAPPED]),
		inactive: new Set(),
		reservations: new Map([[hotelid, freshReservations(hotelid)]]),
		pushes: new Map(),
	};
}

export const CHANNELS = [
	{ channelid: '19', channelhotelid: '900001' },
	{ channelid: '244', channelhotelid: '900002' },
];
