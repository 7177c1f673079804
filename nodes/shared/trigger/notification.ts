import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

/** What a provider sent to a webhook: a JSON object, and the headers in lower case. */
export interface Notification {
	body: IDataObject;
	headers: IDataObject;
}

/** What a trigger says about a notification. */
export type Verdict =
	| {
			/** The HTTP status of the answer, 400 to 503; the provider learns no more than that. */
			refuse: number;
			/** For n8n's log; no value of the notification, no secret. */
			reason: string;
	  }
	| {
			items: NotificationItem[];
			/** The body of the answer; by default `{"received":true}`. */
			answer?: IDataObject;
	  };

export interface NotificationItem {
	/**
	 * What tells a repeat: the same for the same event, however often it is sent. It says whether the
	 * event was verified, too, so that a forged one does not pass for the real one that follows. Of
	 * any length; only a hash is kept.
	 */
	id: string;
	json: IDataObject;
}

const ONE_MEGABYTE = 1024 * 1024;
/** Far more than any provider nests; what walks through it later may do so by recursion. */
const DEEPEST = 100;
const DEFAULT_ANSWER: IDataObject = { received: true };

export const answerOf = (verdict: { answer?: IDataObject }): IDataObject =>
	verdict.answer ?? DEFAULT_ANSWER;

/**
 * Reads a notification. Malformed JSON does not come this far: n8n answers 422 to it.
 *
 * @returns the notification, or why it is refused
 */
export function readNotification(
	context: IWebhookFunctions,
): Notification | { refuse: number; reason: string } {
	const request = context.getRequestObject();
	const headers = context.getHeaderData() as IDataObject;
	const type = String(headers['content-type'] ?? '');
	if (!/^application\/json\s*(;|$)/i.test(type)) {
		return { refuse: 415, reason: 'its Content-Type is not application/json' };
	}
	const size = (request as { rawBody?: Buffer }).rawBody?.length ?? 0;
	if (size > ONE_MEGABYTE) return { refuse: 413, reason: 'it is larger than 1 MB' };
	const body = context.getBodyData() as unknown;
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		return { refuse: 400, reason: 'it is not a JSON object' };
	}
	if (isDeeperThan(DEEPEST, body)) return { refuse: 400, reason: 'it is nested too deeply' };
	return { body: body as IDataObject, headers };
}

function isDeeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each));
}
