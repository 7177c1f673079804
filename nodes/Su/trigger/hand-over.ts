import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { handOver } from '../../shared/trigger/hand-over';
import type { Ask } from '../../shared/trigger/poll';
import { succeeded } from '../answers';
import { su } from '../provider';
import { acknowledge } from '../resources/reservation/acknowledge';
import type { OnTheirWay } from './on-their-way';
import { acknowledgeable, idOf, markAcknowledged, type HandedOver } from './queue';

/** Su's code for "Reservation Not Found". */
const RESERVATION_NOT_FOUND = '950';

/** New reservations of one property. */
export interface Found {
	hotelId: string;
	reservations: IDataObject[];
}

/** With `hotelid` in front. */
export const toItems = ({ hotelId, reservations }: Found): IDataObject[] =>
	reservations.map((reservation) => ({ hotelid: hotelId, ...reservation }));

/**
 * Emits them from inside the poll, and acknowledges them when their execution is over, long after
 * the poll perhaps. What fails then is done by the next poll.
 */
export function handOverNow(
	context: IPollFunctions,
	onTheirWay: OnTheirWay,
	ask: Ask,
	found: Found[],
): void {
	const warn = (message: string) => context.logger.warn(`${context.getNode().name}: ${message}`);
	const { isOver } = handOver(context, found.flatMap(toItems));
	const at = Date.now();
	for (const { hotelId, reservations } of found) {
		const ids = [...new Set(reservations.map(idOf))];
		const entries = ids.map((id): HandedOver => ({ id, at }));
		onTheirWay.begin(hotelId, ids);
		const acknowledged = isOver.then(async (hasArrived) => {
			if (!hasArrived) return [];
			const isTaken = await acknowledgeAll(ask, hotelId, acknowledgeable(entries)).catch(
				(error: Error) => {
					warn(`${error.message}. The next poll acknowledges again. Hotel ID: ${hotelId}.`);
					return false;
				},
			);
			return isTaken ? markAcknowledged(entries, ids) : entries;
		});
		void acknowledged.then((outcome) => onTheirWay.end(hotelId, ids, outcome));
	}
}

/**
 * Whether Su has found them all.
 *
 * @throws NodeApiError or NodeOperationError where it reports another failure, or nothing;
 * UserError where its answer does not report success
 */
export async function acknowledgeAll(ask: Ask, hotelId: string, ids: string[]): Promise<boolean> {
	if (ids.length === 0) return true;
	const request = acknowledge.request({ hotelId, reservationNotifIds: ids }, {});
	const answer = await ask(request, ({ code }) => code === RESERVATION_NOT_FOUND);
	if (su.failure(answer)) return false;
	succeeded(answer.body);
	return true;
}
