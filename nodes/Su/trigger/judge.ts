import type { IDataObject } from 'n8n-workflow';
import { isPushFrom, type PushAccount } from '../../../credentials/su/push';
import { idAsText } from '../../shared/answer';
import { maskCardFields } from '../../shared/card-fields';
import type { Notification, Verdict } from '../../shared/trigger/notification';
import { unwrapReservations } from '../reservation';

const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
const NOT_YET = 503;

export interface Terms {
	/** Undefined where the credential has none that a push could carry. */
	account: PushAccount | undefined;
	showCardFields: boolean;
}

/**
 * What the trigger does with a push of reservations. Su takes it for delivered when the answer
 * names the IDs of its reservations; otherwise it pushes again.
 */
export function judge({ body, headers }: Notification, terms: Terms): Verdict {
	if (!terms.account) {
		return { refuse: NOT_YET, reason: 'the credential has no Push User and Push Password' };
	}
	if (!isPushFrom(terms.account, headers.authorization)) {
		return { refuse: UNAUTHORIZED, reason: 'Push User or Push Password is missing or wrong' };
	}
	const reservations = unwrapReservations(body);
	const ids = reservations.map(({ reservation_notif_id }) => idOf(reservation_notif_id));
	if (ids.length === 0) return { refuse: BAD_REQUEST, reason: 'it has no reservation' };
	if (ids.includes('')) {
		return { refuse: BAD_REQUEST, reason: 'a reservation has no usable reservation_notif_id' };
	}
	return {
		items: reservations.map((reservation, at) => ({
			// Su does not say whether IDs of two properties may be the same.
			id: JSON.stringify([idAsText(reservation.hotel_id ?? ''), ids[at]]),
			json: terms.showCardFields ? reservation : maskCardFields(reservation),
		})),
		answer: acknowledgement(ids),
	};
}

/** What Su expects as the answer to a push. */
function acknowledgement(ids: string[]): IDataObject {
	return { reservation_notif: { reservation_notif_id: [...new Set(ids)] } };
}

/** As text; '' where there is none, or a number that has lost digits when its JSON was read. */
function idOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return Number.isSafeInteger(value) ? String(value) : '';
}
