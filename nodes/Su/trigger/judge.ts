import type { IDataObject } from 'n8n-workflow';
import { isPushFrom, type PushAccount } from '../../../credentials/su/push';
import { idAsText } from '../../shared/answer';
import { maskCardFields } from '../../shared/card-fields';
import type { Notification, NotificationItem, Verdict } from '../../shared/trigger/notification';
import { idOf, readPush, type Kind, type Push } from './push';

const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
const NOT_YET = 503;

/** What Su expects as the answer to a push of messages or reviews. */
const TAKEN: IDataObject = { status: 'Success' };
/** By which a message is told from others. */
const OF_A_MESSAGE = ['hotelid', 'channel_id', 'threadid', 'messageid'];

export const DEFAULT_EVENTS: Kind[] = ['reservation'];

export interface Terms {
	/** Undefined where the credential has none that a push could carry. */
	account: PushAccount | undefined;
	showCardFields: boolean;
	/** What may start the workflow; {@link DEFAULT_EVENTS} by default. */
	events?: Kind[];
}

/**
 * What the trigger does with a push. Su takes one of reservations for delivered when the answer names
 * their IDs; otherwise it pushes again.
 */
export function judge(notification: Notification, terms: Terms): Verdict {
	const refused = refusalOf(notification, terms);
	if (refused) return refused;
	const { events = DEFAULT_EVENTS } = terms;
	const push = readPush(notification.body);
	if (!push) return { refuse: BAD_REQUEST, reason: 'it has no reservation, message or review' };
	if (!events.includes(push.kind)) {
		return { refuse: BAD_REQUEST, reason: `it is a ${push.kind}, which Events does not have` };
	}
	// A workflow that knows of reservations only sees them as they are.
	const isTold = events.some((kind) => kind !== 'reservation');
	const output = (entry: IDataObject): IDataObject => {
		const json = terms.showCardFields ? entry : maskCardFields(entry);
		return isTold ? { ...json, kind: push.kind } : json;
	};
	return push.kind === 'reservation' ? reservations(push, output) : ofGuests(push, output);
}

/** Why a push is refused before anything in it is looked at; undefined where it is not. */
export function refusalOf({ headers }: Notification, { account }: Terms): Verdict | undefined {
	if (!account) {
		return { refuse: NOT_YET, reason: 'the credential has no Push User and Push Password' };
	}
	if (isPushFrom(account, headers.authorization)) return undefined;
	return { refuse: UNAUTHORIZED, reason: 'Push User or Push Password is missing or wrong' };
}

function reservations({ entries }: Push, output: (entry: IDataObject) => IDataObject): Verdict {
	const ids = entries.map(({ reservation_notif_id }) => idOf(reservation_notif_id));
	if (ids.includes('')) {
		return { refuse: BAD_REQUEST, reason: 'a reservation has no usable reservation_notif_id' };
	}
	return {
		items: entries.map((reservation, at) => ({
			// Su does not say whether IDs of two properties may be the same.
			id: JSON.stringify([idAsText(reservation.hotel_id ?? ''), ids[at]]),
			json: output(reservation),
		})),
		answer: acknowledgement(ids),
	};
}

/** What Su expects as the answer to a push of reservations. */
function acknowledgement(ids: string[]): IDataObject {
	return { reservation_notif: { reservation_notif_id: [...new Set(ids)] } };
}

function ofGuests({ kind, entries }: Push, output: (entry: IDataObject) => IDataObject): Verdict {
	const items = entries.map((entry): NotificationItem => {
		const hasId = kind === 'message' && idOf(entry.messageid) !== '';
		// Nobody has told how a review is named: a repeat is one of the same content.
		const facts = hasId ? OF_A_MESSAGE.map((name) => idOf(entry[name])) : entry;
		return { id: JSON.stringify([kind, facts]), json: output(entry) };
	});
	return { items, answer: TAKEN };
}
