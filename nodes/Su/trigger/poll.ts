import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import type { Parameters } from '../../shared/provider';
import { runPoll, storeState, type Ask } from '../../shared/trigger/poll';
import { hotelIdOf } from '../fields';
import { idList } from '../id-list';
import { su } from '../provider';
import { acknowledge } from '../resources/reservation/acknowledge';
import { pull } from '../resources/reservation/pull';
import { judgeQueue, markAcknowledged, type HandedOver } from './queue';

const QUEUES = 'queues';
const EMITTED_IN_TEST_MODE = 3;
const ONE_MINUTE_IN_MS = 60_000;
/** Su's code for "Reservation Not Found". */
const RESERVATION_NOT_FOUND = '950';

/** The work of one poll. */
interface Poll {
	ask: Ask;
	parameters: Parameters;
	/** Milliseconds; undefined where the trigger acknowledges. */
	repeatAfter: number | undefined;
	/** Failures of single properties: they do not hold back what the others have. */
	problems: Error[];
}

/**
 * Emits the reservations in the queues of all properties that were not emitted before, and
 * acknowledges those that were, unless that is left to the workflow.
 */
export async function pollReservations(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const parameters: Parameters = {
		hotelIds: context.getNodeParameter('hotelIds', '') as string,
		options: context.getNodeParameter('options', {}) as IDataObject,
	};
	return await runPoll(context, su, async (ask) => {
		const hotelIds = idList(parameters, 'hotelIds', 'Hotel IDs').map((hotelId) =>
			hotelIdOf({ hotelId }),
		);
		const poll: Poll = { ask, parameters, repeatAfter: repeatAfterOf(context), problems: [] };
		const items = await (context.getMode() === 'manual'
			? firstFew(poll, hotelIds)
			: workOffAll(poll, hotelIds, context.getWorkflowStaticData('node')));
		if (items.length === 0 && poll.problems.length > 0) throw poll.problems[0];
		for (const { message } of poll.problems) {
			context.logger.warn(`${context.getNode().name}: ${message}`);
		}
		return items;
	});
}

function repeatAfterOf(context: IPollFunctions): number | undefined {
	if (context.getNodeParameter('acknowledge', 'trigger') !== 'workflow') return undefined;
	return Number(context.getNodeParameter('repeatAfter', 10)) * ONE_MINUTE_IN_MS;
}

/** Remembers and acknowledges nothing: a user who builds a workflow gets the same ones each time. */
async function firstFew(poll: Poll, hotelIds: string[]): Promise<IDataObject[]> {
	const few: IDataObject[] = [];
	for (const hotelId of hotelIds) {
		if (few.length >= EMITTED_IN_TEST_MODE) break;
		const reservations = await noting(poll, hotelId, pullQueue(poll, hotelId));
		few.push(...withHotelId(hotelId, reservations ?? []));
	}
	return few.slice(0, EMITTED_IN_TEST_MODE);
}

async function workOffAll(
	poll: Poll,
	hotelIds: string[],
	staticData: IDataObject,
): Promise<IDataObject[]> {
	const stored = (staticData[QUEUES] ?? {}) as unknown as Record<string, HandedOver[]>;
	const queues: Record<string, HandedOver[]> = {};
	const items: IDataObject[] = [];
	for (const hotelId of hotelIds) {
		const known = stored[hotelId] ?? [];
		const outcome = poll.problems.some(concernsAll)
			? undefined
			: await noting(poll, hotelId, workOff(poll, hotelId, known));
		queues[hotelId] = outcome?.handedOver ?? known;
		items.push(...withHotelId(hotelId, outcome?.fresh ?? []));
	}
	storeState(staticData, QUEUES, queues);
	return items;
}

/** Then asking for the next property would only take time, and cost tokens. */
function concernsAll(problem: Error): boolean {
	return !(problem instanceof NodeApiError) || problem.httpCode === '401';
}

/** One property. New reservations are not held back by an acknowledgement that fails. */
async function workOff(
	poll: Poll,
	hotelId: string,
	known: HandedOver[],
): Promise<{ fresh: IDataObject[]; handedOver: HandedOver[] }> {
	const reservations = await pullQueue(poll, hotelId);
	const judged = judgeQueue(reservations, known, Date.now(), poll.repeatAfter);
	const { fresh, waiting, gone } = judged;
	const isTaken = await noting(poll, hotelId, acknowledgeAll(poll, hotelId, waiting));
	const wasAsked = await noting(poll, hotelId, acknowledgeAll(poll, hotelId, gone));
	const done = [...(isTaken ? waiting : []), ...(wasAsked === undefined ? [] : gone)];
	return { fresh, handedOver: markAcknowledged(judged.handedOver, done) };
}

async function pullQueue({ ask, parameters }: Poll, hotelId: string): Promise<IDataObject[]> {
	const request = pull.request({ hotelId }, {});
	const { body } = await ask(request);
	return pull.items?.(body, { parameters, request }) ?? [];
}

/** Whether Su has found them all; undefined is for failures, see `noting`. */
async function acknowledgeAll({ ask }: Poll, hotelId: string, ids: string[]): Promise<boolean> {
	if (ids.length === 0) return true;
	const request = acknowledge.request({ hotelId, reservationNotifIds: ids }, {});
	const answer = await ask(request, ({ code }) => code === RESERVATION_NOT_FOUND);
	return su.failure(answer) === undefined;
}

/** The result, or undefined and a note in `problems` that names the property. */
async function noting<T>(
	{ problems }: Poll,
	hotelId: string,
	work: Promise<T>,
): Promise<T | undefined> {
	return await work.catch((error: Error) => {
		if (error instanceof NodeApiError || error instanceof NodeOperationError) {
			error.description = `${error.description ?? ''} Hotel ID: ${hotelId}.`.trim();
		}
		problems.push(error);
		return undefined;
	});
}

function withHotelId(hotelId: string, reservations: IDataObject[]): IDataObject[] {
	return reservations.map((reservation) => ({ hotelid: hotelId, ...reservation }));
}
