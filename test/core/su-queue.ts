import type { IDataObject } from 'n8n-workflow';
import { SuReservationsTrigger } from '../../nodes/Su/SuReservationsTrigger.node';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { startPolling, type Polling } from './polling';

export const { hotelid } = DEFAULT_ACCOUNTS.su;
export const other = `${hotelid}-MAPPED`;
/** What is in the queue of the first hotel at the beginning. */
export const ALL = ['RN-1', 'RN-2', 'RN-3'];

export interface SuQueue {
	simulator: Simulator;
	/** The trigger in a process of its own. */
	start(parameters?: IDataObject, staticData?: IDataObject, mode?: 'manual'): Polling;
	enqueue(hotel: string, sent?: IDataObject): void;
	/** What Su got: pulls and acknowledgements, e.g. `pull` or `acknowledge RN-1,RN-2`. */
	received(): string[];
}

/**
 * A simulator of its own, which the test has to stop: after 27 tokens the credential asks the same
 * address for no more.
 */
export async function startSuQueue(): Promise<SuQueue> {
	const simulator = await startSimulator();
	return {
		simulator,
		start: (parameters = {}, staticData, mode) =>
			startPolling(
				accounts.su(simulator),
				new SuReservationsTrigger(),
				{ hotelIds: hotelid, ...parameters },
				staticData,
				mode,
			),
		enqueue: (hotel, sent = {}) => {
			simulator.act('su', 'enqueue', { hotelid: hotel, ...sent });
		},
		received: () =>
			simulator
				.log('su')
				.filter(({ url, outcome }) => url.includes('Reservation') && outcome !== 'fault')
				.map(({ url, body }) => (url.endsWith('_notif') ? `acknowledge ${idsIn(body)}` : 'pull')),
	};
}

function idsIn(body: string): string {
	const sent = JSON.parse(Buffer.from(body, 'base64').toString()) as {
		reservation_notif: { reservation_notif_id: string[] };
	};
	return sent.reservation_notif.reservation_notif_id.join();
}

/** What a poll emits, e.g. `RN-1`. */
export const emitted = async (trigger: Polling) =>
	(await trigger.poll())?.map(({ reservation_notif_id }) => reservation_notif_id) ?? null;
