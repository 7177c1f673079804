import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type INodeProperties,
	type IPollFunctions,
} from 'n8n-workflow';
import { readCredential } from '../credential';
import { answerError, LimitReachedError, preparationError, requestError } from '../errors';
import { tellGarbled } from '../garbled';
import type { Answer, Failure, Provider, RequestDescription } from '../provider';
import { clockNote, failureOf } from '../receive';
import { sendPatiently } from '../repeat';
import { optionsOf, timeoutOf } from '../settings';

const LATER_WITHIN_MS = 60_000;
/** For versions of n8n that do not tell how long a poll may take. */
const DEFAULT_BUDGET_IN_MS = 5 * 60_000;

/** The entries of "Options" that every polling trigger has. */
export const POLL_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Timeout (Milliseconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60_000,
		description: 'How long to wait for an answer; n8n may end a poll earlier',
	},
];

/** What this process knows of a trigger. */
interface Emissions {
	/** Polls that have emitted something, as counted in the static data. */
	count: number;
	/** When the last of them did, in milliseconds of `performance.now()`. */
	at: number;
}

/** Polls that have not ended yet, by workflow id and node id. */
const atWork = new Set<string>();
const emissions = new Map<string, Emissions>();

const TRIGGERS_KEPT = 500;
const EMISSIONS = 'emissions';
/** After that time n8n has dropped what was emitted, because the workflow was unpublished for instance. */
const STORED_WITHIN_MS = 60_000;

/**
 * Sends one request of a poll. It may be sent several times, so only requests that may be repeated
 * are for this.
 *
 * @param isExpected which failures are returned like any other answer
 * @throws NodeApiError where the answer reports another failure or the provider's limit is reached,
 * NodeOperationError where there is no answer
 */
export type Ask = (
	request: RequestDescription,
	isExpected?: (failure: Failure) => boolean,
) => Promise<Answer>;

/** @param askLater for after the poll, when its time is over; each request has a minute of its own */
type Collect = (ask: Ask, askLater: Ask) => Promise<IDataObject[]>;

/**
 * The `poll` function of a trigger. A poll does nothing while another one of this process is at work,
 * or while n8n has not stored yet what that one emitted: both would find the same things new.
 *
 * @param collect finds what is to be emitted, and notes in the static data that it was
 * @returns one item for each, or null, which n8n takes for "nothing new"
 * @throws NodeApiError or NodeOperationError, which n8n shows as a failed execution
 */
export async function runPoll(
	context: IPollFunctions,
	provider: Provider,
	collect: Collect,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await outputOf(context, provider, collect);
	const trigger = triggerOf(context);
	const staticData = context.getWorkflowStaticData('node');
	const count = Number(staticData[EMISSIONS] ?? 0);
	if (atWork.has(trigger) || isOutdated(count, emissions.get(trigger))) {
		context.logger.debug(`${context.getNode().name}: the poll before has not ended yet`);
		return null;
	}
	atWork.add(trigger);
	try {
		const output = await outputOf(context, provider, collect);
		if (output) {
			staticData[EMISSIONS] = count + 1;
			keep(trigger, { count: count + 1, at: performance.now() });
		}
		return output;
	} finally {
		atWork.delete(trigger);
	}
}

/** Tells this trigger from all others of a process: workflow id and node id. */
export function triggerOf(context: IPollFunctions): string {
	return `${context.getWorkflow().id}:${context.getNode().id}`;
}

function isOutdated(count: number, known: Emissions | undefined): boolean {
	return (
		known !== undefined && count < known.count && performance.now() - known.at < STORED_WITHIN_MS
	);
}

function keep(trigger: string, emitted: Emissions): void {
	// Deleted first to be the youngest: a Map keeps the order of insertion.
	emissions.delete(trigger);
	emissions.set(trigger, emitted);
	const [oldest] = emissions.keys();
	if (emissions.size > TRIGGERS_KEPT) emissions.delete(oldest);
}

async function outputOf(
	context: IPollFunctions,
	provider: Provider,
	collect: Collect,
): Promise<INodeExecutionData[][] | null> {
	const items = await askers(context, provider)
		.then(async ([ask, askLater]) => await collect(ask, askLater))
		.catch((error: unknown) => {
			if (error instanceof NodeApiError || error instanceof NodeOperationError) throw error;
			throw preparationError(context, error, undefined);
		});
	return items.length > 0 ? [items.map((json) => ({ json }))] : null;
}

async function askers(context: IPollFunctions, provider: Provider): Promise<[Ask, Ask]> {
	const credential = await readCredential(context, provider);
	const timeout = timeoutOf(
		optionsOf({ options: context.getNodeParameter('options', {}) as IDataObject }),
	);
	// Earlier versions of n8n have no budget.
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? DEFAULT_BUDGET_IN_MS;
	const endsAt = performance.now() + budget;
	let isTold = false;
	const asker =
		(timeLeft: () => number): Ask =>
		async (request, isExpected) => {
			const left = Math.max(1, timeLeft());
			const reception = await sendPatiently(context, provider, credential, request, {
				isRead: true,
				timeout: Math.min(timeout, left),
				longestWait: left,
			}).catch((error: unknown) => {
				throw requestError(context, provider, withAdvice(provider, error), undefined);
			});
			const { answer, clockOffset, isGarbled } = reception;
			if (isGarbled && !isTold) tellGarbled(context, `an answer of ${provider.name}`);
			isTold ||= isGarbled;
			const failure = failureOf(provider, answer);
			if (!failure || isExpected?.(failure)) return answer;
			throw answerError(
				context,
				provider,
				answer,
				failure,
				undefined,
				clockNote(answer, clockOffset),
			);
		};
	return [asker(() => endsAt - performance.now()), asker(() => LATER_WITHIN_MS)];
}

function withAdvice(provider: Provider, error: unknown): unknown {
	if (!(error instanceof LimitReachedError)) return error;
	return new LimitReachedError(
		provider.name,
		error.retryAfterMs,
		'Nothing is lost: the next poll goes on.',
	);
}

/**
 * Writes to the static data of a trigger where something has changed: n8n writes to its database
 * whenever a value has been assigned.
 */
export function storeState(staticData: IDataObject, name: string, value: unknown): void {
	if (JSON.stringify(staticData[name]) === JSON.stringify(value)) return;
	staticData[name] = value as IDataObject;
}
