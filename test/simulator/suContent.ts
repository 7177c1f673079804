import { isText, jsonBody, reply } from './call';
import { CHANNELS, MAPPED } from './suData';
import { daysOf, spanProblem } from './suDays';
import { DONE, failureOne, many, one, singular } from './suReplies';
import type { Handler } from './call';
import type { Fields, SuState } from './suData';
import type { Answer } from './types';

/** Own choice. */
const MOST_HOTELS = 3;
const MOST_DAYS = 500;

/** Own choice: either of the two names will do; where both come they say the same. */
export function toggleStatus(sent: Fields, { data }: SuState): Answer {
	const { hotelid, is_activate, is_active = is_activate, force_deactivation } = sent;
	const flag = is_activate ?? is_active;
	if (flag !== is_active || (flag !== '0' && flag !== '1'))
		return one('400', 'invalid is_activate');
	const hotel = String(hotelid);
	if (flag === '1') {
		data.inactive.delete(hotel);
		return DONE;
	}
	if (hotel.endsWith(MAPPED) && force_deactivation !== '1') {
		return many('1225', 'This Property Has Active Mappings');
	}
	data.inactive.add(hotel);
	return DONE;
}

/** Own choice: what does not exist is created, as far as the account may have it. */
export const content: Handler<SuState> = (call, { data }) => {
	const sent = jsonBody(call);
	if (!sent || !isText(sent.hotelid) || Object.keys(sent).length === 1) {
		return reply(400, failureOne('400', 'invalid request body'), 'invalid');
	}
	if (!data.hotels.has(sent.hotelid) && data.hotels.size >= MOST_HOTELS) {
		return one('547', 'Property creation limit has been reached');
	}
	data.hotels.add(sent.hotelid);
	return DONE;
};

/** Own choice: only the name of what is changed is looked at. */
export const contentOf =
	(name: string, code: string) =>
	(sent: Fields): Answer =>
		isText(sent[name]) ? DONE : one(code, `no ${name}`);

/** Own choice: rooms as in a push of availability, and a channel that the property is mapped to. */
export function controlInventory(sent: Fields, { now }: SuState): Answer {
	if (!CHANNELS.some(({ channelid }) => channelid === sent.channelid)) {
		return singular('573', 'channel mapping not found');
	}
	const rooms = Array.isArray(sent.room) ? (sent.room as Fields[]) : [];
	const dates = rooms.flatMap((room) => Object(room).date as Fields[]).filter(Boolean);
	if (!dates.length) return one('938', 'no rooms');
	const problem = dates.map((date) => spanProblem(date, now())).find(Boolean);
	if (problem) return problem;
	const isTooLong = dates.some((date) => daysOf(date).length > MOST_DAYS);
	return isTooLong ? one('15', `invalid date: at most ${MOST_DAYS} days`) : DONE;
}
