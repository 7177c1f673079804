import type { Notification, Verdict } from '../../shared/trigger/notification';
import { DEFAULT_EVENTS, judge, refusalOf, type Terms } from './judge';
import type { Queue } from './look-up';
import { idOf, readNamed } from './push';

const NOT_YET = 503;

/**
 * {@link judge}, for pushes too that only name reservations: these are taken from the queue of their
 * property. Those of them that it does not have are not acknowledged, so that Su pushes them again.
 *
 * @param pullQueue asks Su for the queue; only for a push that carries the account
 * @throws what `pullQueue` throws
 */
export async function judgeNamed(
	notification: Notification,
	terms: Terms,
	pullQueue: (hotelId: string) => Promise<Queue>,
): Promise<Verdict> {
	const named = readNamed(notification.body);
	const isWanted = (terms.events ?? DEFAULT_EVENTS).includes('reservation');
	if (!named || !isWanted || refusalOf(notification, terms)) return judge(notification, terms);
	const queue = await pullQueue(named.hotelId);
	if ('failure' in queue) {
		return { refuse: NOT_YET, reason: `Su could not be asked for its queue: ${queue.failure}` };
	}
	const reservations = queue.reservations.filter(({ reservation_notif_id }) =>
		named.ids.includes(idOf(reservation_notif_id)),
	);
	if (reservations.length === 0) {
		return { refuse: NOT_YET, reason: 'the queue has none of the reservations that it names' };
	}
	return judge({ ...notification, body: { reservations } }, terms);
}
