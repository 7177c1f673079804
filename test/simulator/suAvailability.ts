import { isText, isWhole, reply } from './call';
import { isObject } from './digest';
import { RATE_PLANS, ROOMS } from './suData';
import { dayAt, daysOf, logSpanProblem, ONE_DAY_IN_MS, spanProblem } from './suDays';
import { DONE, one } from './suReplies';
import type { Fields, SuState } from './suData';
import type { Answer } from './types';

const MOST_DAYS = { log: 733, bulk: 90, fullYear: 365 };
const FLAGS = ['closed', 'closedonarrival', 'closedondeparture'];
const COUNTS = ['minimumstay', 'maximumstay'];

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);
const hasRoom = (id: unknown): boolean => ROOMS.some(({ roomid }) => roomid === id);
const hasRate = (id: unknown): boolean => RATE_PLANS.some(({ rateplanid }) => rateplanid === id);
/** Own choice: numbers may come as digits in a string. */
const isCount = (value: unknown): boolean => value !== '' && isWhole(Number(value), 0);
const isAmount = (value: unknown): boolean => /^\d+(\.\d+)?$/.test(String(value));

/** Own choice: flags only as "0" or "1", and every price needs its number of guests. */
function dateProblem(date: Fields, now: number): Answer | undefined {
	const span = spanProblem(date, now);
	if (span) return span;
	const isWrong = (names: string[], isRight: (value: unknown) => boolean) =>
		names.find((name) => date[name] !== undefined && !isRight(date[name]));
	if (isWrong(['roomstosell'], isCount)) return one('862', 'invalid rooms to sell');
	if (list(date.rate).some(({ rateplanid }) => !hasRate(rateplanid)))
		return one('863', 'no rate_id');
	const ofRate = [...FLAGS, ...COUNTS, 'price'].find((name) => date[name] !== undefined);
	if (ofRate && !list(date.rate).length) return one('939', 'no rates');
	const isPrice = (price: Fields) => isCount(price.NumberOfGuests) && isAmount(price.value);
	if (!list(date.price).every(isPrice)) return one('400', 'invalid price');
	const wrong =
		isWrong(COUNTS, isCount) ?? isWrong(FLAGS, (value) => value === '0' || value === '1');
	return wrong ? one('400', `invalid ${wrong}`) : undefined;
}

export function pushAvailability(sent: Fields, { data, now }: SuState): Answer {
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
	const hotel = String(sent.hotelid);
	data.pushes.set(hotel, [...(data.pushes.get(hotel) ?? []), ...rooms]);
	return DONE;
}

/** What was pushed last for a room and a day; the value before any push is invented. */
function roomOn(pushes: Fields[], roomid: unknown, day: string, ratePlans: string[]): Fields {
	const changes = pushes
		.filter((push) => push.roomid === roomid)
		.flatMap(({ date }) => list(date))
		.filter(({ from, to }) => String(from) <= day && day <= String(to));
	const last = (name: string, of: Fields[], otherwise: unknown) =>
		of.filter((change) => change[name] !== undefined).at(-1)?.[name] ?? otherwise;
	const plan = (rateplanid: string) => {
		const of = changes.filter(({ rate }) =>
			list(rate).some((each) => each.rateplanid === rateplanid),
		);
		const prices = last('price', of, [{ NumberOfGuests: '2', value: '100.00' }]) as Fields[];
		return {
			stopsell: last('closed', of, '0') === '1',
			closedonarrival: last('closedonarrival', of, '0') === '1',
			closedondeparture: last('closedondeparture', of, '0') === '1',
			minimumstay: last('minimumstay', of, '1'),
			maximumstay: last('maximumstay', of, '30'),
			rate: prices.map(({ NumberOfGuests, value }) => ({ guest: NumberOfGuests, rate: value })),
		};
	};
	return {
		inventory: last('roomstosell', changes, '10'),
		rateplan: Object.fromEntries(ratePlans.map((id) => [id, plan(id)])),
	};
}

function logOf(
	pushes: Fields[] = [],
	days: string[],
	roomids: string[],
	ratePlans: string[],
): Answer {
	const onDay = (day: string) =>
		Object.fromEntries(roomids.map((id) => [id, roomOn(pushes, id, day, ratePlans)]));
	return reply(200, Object.fromEntries(days.map((day) => [day, onDay(day)])));
}

/** Own choice: the answer has the shape of the bulk log; its page is not at hand. */
export function inventoryLog(sent: Fields, { data, now }: SuState): Answer {
	const { hotelid, roomid, rateplanid, date } = sent;
	if (!isText(roomid) || !hasRoom(roomid)) return one('859', 'no room_id');
	if (!isText(rateplanid) || !hasRate(rateplanid)) return one('863', 'no rate_id');
	const problem = logSpanProblem(date, now(), MOST_DAYS.log);
	if (problem) return problem;
	return logOf(data.pushes.get(String(hotelid)), daysOf(Object(date)), [roomid], [rateplanid]);
}

/** Own choice: of 90 days, the first and the last count. */
export function bulkLog({ hotelid, date, fullyear }: Fields, { data, now }: SuState): Answer {
	if (fullyear !== undefined && fullyear !== '1') return one('400', 'invalid fullyear');
	const problem = fullyear === '1' ? undefined : logSpanProblem(date, now(), MOST_DAYS.bulk);
	if (problem) return problem;
	const year = {
		from: dayAt(now()),
		to: dayAt(now() + (MOST_DAYS.fullYear - 1) * ONE_DAY_IN_MS),
	};
	const roomids = ROOMS.map(({ roomid }) => roomid);
	const ratePlans = RATE_PLANS.map(({ rateplanid }) => rateplanid);
	const days = daysOf(fullyear === '1' ? year : (date as Fields));
	return logOf(data.pushes.get(String(hotelid)), days, roomids, ratePlans);
}
