import {
	NodeApiError,
	NodeOperationError,
	UserError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { requiredInteger } from '../../shared/fields/number';
import type { Parameters } from '../../shared/provider';
import { isNoteStoredFirst } from '../../shared/trigger/hand-over';
import { runPoll, storeState, triggerOf, type Ask } from '../../shared/trigger/poll';
import { hotelIdOf } from '../fields';
import { requiredIds } from '../../shared/fields/list';
import { su } from '../provider';
import { pull } from '../resources/reservation/pull';
import { acknowledgeAll, handOverNow, toItems, type Found } from './hand-over';
import { onTheirWayOf, type OnTheirWay } from './on-their-way';
import { idOf, judgeQueue, markAcknowledged, type HandedOver } from './queue';

const QUEUES = 'queues';
const EMITTED_IN_TEST_MODE = 3;
const ONE_MINUTE_IN_MS = 60_000;
/** Su drops a reservation after an hour. */
const LONGEST_REPEAT_IN_MINUTES = 55;

/** The property to begin the next poll with, where one has ended early; by trigger. */
const beginWith = new Map<string, string>();

/** The work of one poll. */
interface Poll {
	trigger: string;
	ask: Ask;
	/** Where the trigger acknowledges, and n8n would store its notes before the execution. */
	onTheirWay: OnTheirWay | undefined;
	parameters: Parameters;
	/** Milliseconds; undefined where the trigger acknowledges. */
	repeatAfter: number | undefined;
	/** Failures of single properties: they do not hold back what the others have. */
	problems: Array<Error & { description?: string | null }>;
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
	return await runPoll(context, su, async (ask, askLater) => {
		const hotelIds = requiredIds(parameters, 'hotelIds', 'Hotel IDs').map((hotelId) =>
			hotelIdOf({ hotelId }),
		);
		const isTest = context.getMode() === 'manual';
		const repeatAfter = repeatAfterOf(context);
		const isByMemory = !isTest && repeatAfter === undefined && isNoteStoredFirst(context);
		const onTheirWay = isByMemory ? onTheirWayOf(context) : undefined;
		const trigger = triggerOf(context);
		const poll: Poll = { trigger, ask, onTheirWay, parameters, repeatAfter, problems: [] };
		const found = await (isTest
			? firstFew(poll, hotelIds)
			: workOffAll(poll, hotelIds, context.getWorkflowStaticData('node')));
		if (found.length === 0 && poll.problems.length > 0) throw poll.problems[0];
		for (const { message, description } of poll.problems) {
			context.logger.warn(`${context.getNode().name}: ${message}. ${description ?? ''}`);
		}
		if (!onTheirWay || found.length === 0) return found.flatMap(toItems);
		handOverNow(context, onTheirWay, askLater, found);
		return [];
	});
}

function repeatAfterOf(context: IPollFunctions): number | undefined {
	if (context.getNodeParameter('acknowledge', 'trigger') !== 'workflow') return undefined;
	const repeatAfter = context.getNodeParameter('repeatAfter', 10) as number;
	const label = 'Repeat After (Minutes)';
	return (
		requiredInteger({ repeatAfter }, 'repeatAfter', label, 1, LONGEST_REPEAT_IN_MINUTES) *
		ONE_MINUTE_IN_MS
	);
}

/** Remembers and acknowledges nothing: a user who builds a workflow gets the same ones each time. */
async function firstFew(poll: Poll, hotelIds: string[]): Promise<Found[]> {
	const few: Found[] = [];
	let left = EMITTED_IN_TEST_MODE;
	for (const hotelId of hotelIds) {
		if (left === 0) break;
		const all = (await noting(poll, hotelId, pullQueue(poll, hotelId))) ?? [];
		const reservations = all.slice(0, left);
		left -= reservations.length;
		if (reservations.length > 0) few.push({ hotelId, reservations });
	}
	return few;
}

async function workOffAll(
	poll: Poll,
	hotelIds: string[],
	staticData: IDataObject,
): Promise<Found[]> {
	const stored = (staticData[QUEUES] ?? {}) as unknown as Record<string, HandedOver[]>;
	const queues: Record<string, HandedOver[]> = {};
	const found: Found[] = [];
	const order = inTurn(hotelIds, beginWith.get(poll.trigger));
	beginWith.delete(poll.trigger);
	for (const [at, hotelId] of order.entries()) {
		const known = stored[hotelId] ?? [];
		const isOver = poll.problems.some(concernsAll);
		const outcome = isOver ? undefined : await noting(poll, hotelId, workOff(poll, hotelId, known));
		if (!isOver && poll.problems.some(concernsAll)) {
			// It has its turn at the beginning once, when none of the others can take up its time.
			beginWith.set(poll.trigger, at === 0 ? (order[1] ?? hotelId) : hotelId);
		}
		queues[hotelId] = outcome?.handedOver ?? known;
		const reservations = outcome?.fresh ?? [];
		if (reservations.length > 0) found.push({ hotelId, reservations });
	}
	const inOrder = hotelIds.map((hotelId) => [hotelId, queues[hotelId]]);
	storeState(staticData, QUEUES, Object.fromEntries(inOrder));
	return found.sort((a, b) => hotelIds.indexOf(a.hotelId) - hotelIds.indexOf(b.hotelId));
}

/**
 * No answer, or a refused credential: asking for the next property would only take time, and cost
 * tokens. An answer that says something else is about one property.
 */
function concernsAll(problem: Error): boolean {
	return problem instanceof NodeApiError
		? problem.httpCode === '401'
		: !(problem instanceof UserError);
}

/** Beginning with this one. */
function inTurn(hotelIds: string[], beginning = ''): string[] {
	const first = Math.max(0, hotelIds.indexOf(beginning));
	return [...hotelIds.slice(first), ...hotelIds.slice(0, first)];
}

/** One property. New reservations are not held back by an acknowledgement that fails. */
async function workOff(
	poll: Poll,
	hotelId: string,
	stored: HandedOver[],
): Promise<{ fresh: IDataObject[]; handedOver: HandedOver[] }> {
	const { ask, onTheirWay } = poll;
	const queue = await pullQueue(poll, hotelId);
	// Not before: meanwhile some of them may have arrived.
	const known = onTheirWay?.known(hotelId, stored) ?? stored;
	const others = queue.filter((each) => !onTheirWay?.has(hotelId, idOf(each)));
	const judged = judgeQueue(others, known, Date.now(), poll.repeatAfter);
	const { fresh, waiting, gone } = judged;
	const isTaken = await noting(poll, hotelId, acknowledgeAll(ask, hotelId, waiting));
	const wasAsked = await noting(poll, hotelId, acknowledgeAll(ask, hotelId, gone));
	const done = [...(isTaken ? waiting : []), ...(wasAsked === undefined ? [] : gone)];
	const handedOver = markAcknowledged(judged.handedOver, done);
	if (!onTheirWay) return { fresh, handedOver };
	const notYet = new Set(fresh.map(idOf));
	return { fresh, handedOver: handedOver.filter(({ id }) => !notYet.has(id)) };
}

async function pullQueue({ ask, parameters }: Poll, hotelId: string): Promise<IDataObject[]> {
	const request = pull.request({ hotelId }, {});
	const { body } = await ask(request);
	return pull.items?.(body, { parameters, request }) ?? [];
}

/** The result, or undefined and a note in `problems` that names the property. */
async function noting<T>(
	{ problems }: Poll,
	hotelId: string,
	work: Promise<T>,
): Promise<T | undefined> {
	return await work.catch((error: Error) => {
		if (
			error instanceof NodeApiError ||
			error instanceof NodeOperationError ||
			error instanceof UserError
		) {
			const description = `${error.description ?? ''} Hotel ID: ${hotelId}.`.trim();
			Object.assign(error, { description });
		}
		problems.push(error);
		return undefined;
	});
}
