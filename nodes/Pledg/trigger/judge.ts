import type { IDataObject } from 'n8n-workflow';
import {
	hasFailedState,
	isUnsigned,
	TIMES_OF_SIGNING,
	unsignedNotification,
	verifyNotification,
	type Notification,
	type NotificationKind,
	type NotificationRefusal,
} from '../../../credentials/pledg/notification';
import { idAsText } from '../../shared/answer';
import { maskCardFields } from '../../shared/card-fields';
import type { Verdict } from '../../shared/trigger/notification';

const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
const NOT_YET = 503;

const REFUSALS: Record<NotificationRefusal, { refuse: number; reason: string }> = {
	algorithm: { refuse: UNAUTHORIZED, reason: 'its JWT is not signed with HS256' },
	early: { refuse: UNAUTHORIZED, reason: 'its JWT is not valid yet' },
	expired: { refuse: UNAUTHORIZED, reason: 'its JWT has expired' },
	malformed: { refuse: BAD_REQUEST, reason: 'it is not what Pledg sends' },
	// It may be genuine: Pledg should send it again when the credential is complete.
	noSecret: { refuse: NOT_YET, reason: 'Merchant Secret Key is empty in the credential' },
	signature: { refuse: UNAUTHORIZED, reason: 'its signature is wrong' },
	unsigned: { refuse: UNAUTHORIZED, reason: 'it has no signature' },
};

/** What an unsigned notification must have at least one of. */
const NAMES_OF_SOMETHING = ['reference', 'id', 'purchase_uid', 'uid', 'transfer_order_item_uid'];
/** What tells a repeat, by kind; everything that is signed where nothing is named. */
const TELLING: Record<NotificationKind, string[]> = {
	back: [],
	transfer: ['transfer_order_item_uid'],
	error: ['purchase_uid', 'purchase_state'],
	endOfSplit: [],
	other: [],
};
/** The same of an error under its newer names. */
const TELLING_FAILED_STATE = ['uid', 'state'];

export interface Terms {
	/** The merchant's Secret Key; '' where the credential has none. */
	secret: string;
	allowUnsigned: boolean;
	/** The kinds to emit; others are acknowledged and dropped. */
	events: string[];
	showCardFields: boolean;
	/** Epoch milliseconds. */
	nowInMs: number;
}

/** What the trigger does with a notification of Pledg: the body's parsed JSON. */
export function judge(body: IDataObject, terms: Terms): Verdict {
	const checked = check(body, terms);
	if ('refusal' in checked) return REFUSALS[checked.refusal];
	if (!terms.events.includes(checked.kind)) return { items: [] };
	const shown = terms.showCardFields ? checked : maskCardFields(checked);
	return { items: [{ id: idOf(checked), json: { ...shown } }] };
}

function check(
	body: IDataObject,
	{ secret, allowUnsigned, nowInMs }: Terms,
): Notification | { refusal: NotificationRefusal } {
	if (!isUnsigned(body)) return verifyNotification(secret, body, nowInMs);
	if (!allowUnsigned) return { refusal: 'unsigned' };
	const isNotification = NAMES_OF_SOMETHING.some(
		(name) => typeof body[name] === 'string' && body[name] !== '',
	);
	return isNotification ? unsignedNotification(body) : { refusal: 'malformed' };
}

/**
 * The same for a repeat, another for each new state of a purchase. Made of verified values alone;
 * of all of them where those that tell a repeat are missing, the times of signing left out, as the
 * same notification may be signed a second time. Of one that is not verified nobody
 * knows which of its values are true, so all of them count: a forged one takes no other's place.
 */
function idOf(checked: Notification): string {
	const { kind, verified, notification, unauthenticated } = checked;
	if (!verified) {
		return JSON.stringify([verified, contentOf(notification), contentOf(unauthenticated)]);
	}
	// An ID counts as text, whether it comes as text or as a number.
	const values = tellingOf(checked).map((name) => idAsText(notification[name] ?? ''));
	const isTelling = values.length > 0 && !values.includes('');
	return JSON.stringify([verified, kind, isTelling ? values : contentOf(notification)]);
}

/** Where not `state` says that it failed, the same state may come with another reason. */
function tellingOf({ kind, notification }: Notification): string[] {
	if (kind !== 'error' || 'purchase_state' in notification) return TELLING[kind];
	return hasFailedState(notification) ? TELLING_FAILED_STATE : [];
}

function contentOf(notification: IDataObject): unknown {
	return Object.entries(notification)
		.filter(([name]) => !TIMES_OF_SIGNING.includes(name))
		.sort(([a], [b]) => (a < b ? -1 : 1));
}
