import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { tellGarbled } from '../garbled';
import {
	readNotification,
	type ContentType,
	type Notification,
	replyOf,
	type NotificationItem,
	type Reply,
	type Verdict,
} from './notification';
import { answer, whenAnswered } from './outcome';
import { follow, isOutdated, keyOf, LOST_AFTER_MS, pendingOf, seenBy, storeSeen } from './seen';

const NOT_YET = 503;
/** A repeat waits so long for the first one that is still at work. */
const PATIENCE_IN_MS = 10_000;
const A_WHILE_IN_MS = 1_000;
const LOGGED_CHARACTERS = 200;
const SHORTEST_PAUSE_IN_MS = 1;
/** A pause is this part of the time that has passed. */
const PAUSES = 8;

/**
 * The `webhook` function of a trigger: reads the notification, has it judged, answers, and emits
 * what has not been emitted before. A notification counts as emitted when n8n has answered it with
 * success: when the execution is stored or, with the answer after the workflow, has succeeded. A
 * failed or killed one is not, so that the provider's repeat is taken.
 *
 * The description of the webhook has `responseData: 'noData'`; otherwise n8n answers 500 to a
 * workflow that succeeds and ends without an item. A trigger that always answers at once, or lets
 * the user choose, has a parameter `responseMode` with n8n's values (`onReceived`, `lastNode`),
 * hidden or not: only with `onReceived` the id of a notification is stored together with its
 * execution, otherwise with the next notification.
 *
 * @param judge verifies the notification; what it throws is answered with 503, so that it comes again
 * @param types how a notification may be written; JSON by default
 */
export async function receiveNotification(
	context: IWebhookFunctions,
	judge: (notification: Notification) => Verdict | Promise<Verdict>,
	types?: ContentType[],
): Promise<IWebhookResponseData> {
	return await receive(context, async () => await verdictOf(context, judge, types));
}

/**
 * As {@link receiveNotification}, where the body is not read as JSON or a form.
 *
 * @param judge reads the request and verifies it; what it throws is answered with 503
 */
export async function receive(
	context: IWebhookFunctions,
	judge: () => Promise<Verdict>,
): Promise<IWebhookResponseData> {
	const verdict = await judged(judge);
	if ('refuse' in verdict) return refuse(context, verdict.refuse, verdict.reason);
	const reply = replyOf(verdict);
	const items = byKey(verdict.items);
	if (items.size === 0) return acknowledge(context, reply);
	// What a user sends by hand while building a workflow is emitted each time.
	if (context.getMode() === 'manual')
		return emit(context, reply, [...items.values()].flat()).response;

	const staticData = context.getWorkflowStaticData('node');
	const seen = seenBy(`${context.getWorkflow().id}:${context.getNode().id}`, staticData);
	const others = otherKeys(verdict.items);
	const withOthers = (own: string[]) => [...own, ...own.flatMap((key) => others.get(key) ?? [])];
	const keys = [...items.keys()];
	const until = performance.now() + PATIENCE_IN_MS;
	// Looked for here, after each wait: of several repeats that wait for the same one, the first has
	// taken its place when the next one looks.
	const pending = () => pendingOf(seen, withOthers(keys));
	for (let same = pending(); same.length > 0; same = pending()) {
		const left = until - performance.now();
		if (left <= 0) return refuse(context, NOT_YET, 'the same one is still being worked on');
		await Promise.race([Promise.all(same), sleep(Math.min(left, A_WHILE_IN_MS))]);
	}
	// From here on nothing is awaited, so that of two repeats only one gets on.
	const fresh = keys.filter((key) => !withOthers([key]).some((each) => seen.emitted.has(each)));
	if (fresh.length === 0) {
		if (isOutdated(seen, staticData)) storeSeen(seen, staticData);
		return acknowledge(context, reply);
	}
	// At once: n8n writes static data only where it has stored the execution. After the workflow it
	// does so where the workflow has failed, too.
	const isAtOnce = context.getNodeParameter('responseMode', '') === 'onReceived';
	const store = storeSeen(seen, staticData, isAtOnce ? withOthers(fresh) : []);
	const freshItems = fresh.flatMap((key) => items.get(key) ?? []);
	const { response, taken } = emit(context, reply, freshItems);
	follow(seen, withOthers(fresh), taken);
	void keepStoring(store, taken);
	return response;
}

/**
 * Until it answers, n8n 2.41 forgets once that static data has changed: it makes a second Workflow
 * of the same object (n8n/dist/workflow-runner.js, establishContextForPersistence). So it is told
 * again and again, in pauses that grow with the time, one of which ends after that.
 */
async function keepStoring(store: () => void, taken: Promise<boolean>): Promise<void> {
	const startedAt = performance.now();
	const elapsed = () => performance.now() - startedAt;
	let isAnswered = false;
	void taken.then(() => (isAnswered = true));
	while (!isAnswered && elapsed() < LOST_AFTER_MS) {
		await sleep(Math.max(SHORTEST_PAUSE_IN_MS, elapsed() / PAUSES));
		store();
	}
}

/** One notification may hold several items of the same ID; of those that are alike one counts. */
function byKey(items: NotificationItem[]): Map<string, NotificationItem[]> {
	const grouped = new Map<string, NotificationItem[]>();
	for (const item of items) {
		const others = grouped.get(keyOf(item.id)) ?? [];
		const text = JSON.stringify(item.json);
		if (others.some(({ json }) => JSON.stringify(json) === text)) continue;
		grouped.set(keyOf(item.id), [...others, item]);
	}
	return grouped;
}

/** The key of the other ID of an item, by that of its own. */
function otherKeys(items: NotificationItem[]): Map<string, string> {
	return new Map(
		items.flatMap(({ id, otherId }) => (otherId ? [[keyOf(id), keyOf(otherId)]] : [])),
	);
}

async function verdictOf(
	context: IWebhookFunctions,
	judge: (notification: Notification) => Verdict | Promise<Verdict>,
	types: ContentType[] | undefined,
): Promise<Verdict> {
	const notification = await readNotification(context, types);
	if ('refuse' in notification) return notification;
	const verdict = await judged(async () => await judge(notification));
	if (!notification.isGarbled) return verdict;
	if ('refuse' in verdict) {
		return { ...verdict, reason: `${verdict.reason} (some of its characters could not be read)` };
	}
	tellGarbled(context, 'a notification');
	return verdict;
}

async function judged(judge: () => Promise<Verdict>): Promise<Verdict> {
	try {
		return await judge();
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unexpected error';
		return { refuse: NOT_YET, reason: `it could not be judged: ${why}` };
	}
}

function emit(
	context: IWebhookFunctions,
	reply: Reply,
	items: NotificationItem[],
): { response: IWebhookResponseData; taken: Promise<boolean> } {
	const taken = whenAnswered(context.getResponseObject(), reply);
	const workflowData = [items.map(({ json, binary }) => ({ json, ...(binary && { binary }) }))];
	return { response: { workflowData, webhookResponse: reply.body }, taken };
}

function acknowledge(context: IWebhookFunctions, reply: Reply): IWebhookResponseData {
	answer(context.getResponseObject(), reply);
	return { noWebhookResponse: true };
}

/** The provider, or whoever it is, gets a bare status; the log says why, in one line. */
function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	const line = reason.replace(/\p{Cc}+/gu, ' ').slice(0, LOGGED_CHARACTERS);
	context.logger.warn(`${context.getNode().name} refused a notification: ${line}`, {
		workflowId: context.getWorkflow().id,
		status,
	});
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
