import {
	sleep,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { answerOf, readNotification, type Notification, type Verdict } from './notification';
import { whenAnswered } from './outcome';
import { remember, seenBy, storeSeen, type Seen } from './seen';

const OK = 200;
const NOT_YET = 503;
/** A repeat waits so long for the first one that is still at work. */
const PATIENCE_IN_MS = 10_000;

/**
 * The `webhook` function of a trigger: reads the notification, has it judged, answers, and emits
 * what has not been emitted before. A notification counts as emitted when n8n has answered it with
 * success: when the execution is stored or, with the answer after the workflow, has succeeded. A
 * failed or killed one is not, so that the provider's repeat is taken.
 *
 * @param judge verifies the notification; what it throws is answered with 503, so that it comes again
 */
export async function receiveNotification(
	context: IWebhookFunctions,
	judge: (notification: Notification) => Verdict | Promise<Verdict>,
): Promise<IWebhookResponseData> {
	const verdict = await verdictOf(context, judge);
	if ('refuse' in verdict) return refuse(context, verdict.refuse, verdict.reason);
	const answer = answerOf(verdict);
	// What a user sends by hand while building a workflow is emitted each time.
	if (context.getMode() === 'manual') return emit(answer, verdict.items);

	const staticData = context.getWorkflowStaticData('node');
	const seen = seenBy(`${context.getWorkflow().id}:${context.getNode().id}`, staticData);
	const until = performance.now() + PATIENCE_IN_MS;
	for (let pending = pendingOf(seen, verdict); pending.length > 0; ) {
		const left = until - performance.now();
		if (left <= 0) return refuse(context, NOT_YET, 'the same one is still being worked on');
		await Promise.race([Promise.all(pending), sleep(left)]);
		pending = pendingOf(seen, verdict);
	}
	// From here on nothing is awaited, so that of two repeats only one gets on.
	const fresh = verdict.items.filter(({ id }) => !seen.emitted.has(id));
	storeSeen(seen, staticData);
	if (fresh.length === 0) return acknowledge(context, answer);
	const taken = whenAnswered(context.getResponseObject(), answer);
	for (const { id } of fresh) seen.pending.set(id, taken);
	void taken.then((isTaken) => {
		for (const { id } of fresh) {
			seen.pending.delete(id);
			if (isTaken) remember(seen, id);
		}
	});
	return emit(answer, fresh);
}

async function verdictOf(
	context: IWebhookFunctions,
	judge: (notification: Notification) => Verdict | Promise<Verdict>,
): Promise<Verdict> {
	const notification = readNotification(context);
	if ('refuse' in notification) return notification;
	try {
		return await judge(notification);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unexpected error';
		return { refuse: NOT_YET, reason: `it could not be judged: ${why}` };
	}
}

/** Those of the same ids that are on their way. */
function pendingOf({ pending }: Seen, { items }: { items: Array<{ id: string }> }) {
	return items.flatMap(({ id }) => pending.get(id) ?? []);
}

function emit(answer: IDataObject, items: Array<{ json: IDataObject }>): IWebhookResponseData {
	return { workflowData: [items.map(({ json }) => ({ json }))], webhookResponse: answer };
}

function acknowledge(context: IWebhookFunctions, answer: IDataObject): IWebhookResponseData {
	context.getResponseObject().status(OK).json(answer);
	return { noWebhookResponse: true };
}

/** The provider, or whoever it is, gets a bare status; the log says why. */
function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.logger.warn(`${context.getNode().name} refused a notification: ${reason}`, {
		workflowId: context.getWorkflow().id,
		status,
	});
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
