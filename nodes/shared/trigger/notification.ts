import type { IBinaryKeyData, IDataObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { parseExactly } from '../../../credentials/auth/json';
import { decode } from '../decode';

/**
 * What a provider sent to a webhook: an object of JSON or of a form, in which whole numbers with too
 * many digits for JavaScript are text, and the headers in lower case.
 */
export interface Notification {
	body: IDataObject;
	headers: IDataObject;
	/** Whether some of its characters could not be read; U+FFFD stands in their place. */
	isGarbled?: boolean;
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
			/** The answer where it is not JSON, or not 200. */
			reply?: Reply;
	  };

/** What the sender of a notification reads. */
export interface Reply {
	/** 200 to 299. */
	status: number;
	/** The content type. */
	type: string;
	body: string;
}

export interface NotificationItem {
	/**
	 * What tells a repeat: the same for the same event, however often it is sent. It says whether the
	 * event was verified, too, so that a forged one does not pass for the real one that follows. Of
	 * any length; only a hash is kept.
	 */
	id: string;
	/** Tells a repeat, too, where nothing proves the ID: what has one of the two in common is one. */
	otherId?: string;
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/**
 * Part of the form of every trigger that reads notifications, and never shown. With it n8n leaves the
 * body alone (n8n/dist/webhooks/webhook-helpers.js, parseRequestBody); else it answers malformed JSON
 * by itself, and quotes it in its answer and in its log.
 */
export const BODY_AS_SENT: INodeProperties = {
	displayName: 'Body',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};

/** How a provider may write a notification. */
export type ContentType = 'application/json' | 'application/x-www-form-urlencoded';

const TOO_LARGE = { refuse: 413, reason: 'it is larger than this trigger takes' };
const ONE_MEGABYTE = 1024 * 1024;
/** Far more than any provider nests; what walks through it later may do so by recursion. */
const DEEPEST = 100;
const DEFAULT_ANSWER: IDataObject = { received: true };

const OK = 200;

export const replyOf = ({ reply, answer = DEFAULT_ANSWER }: Exclude<Verdict, { refuse: number }>) =>
	reply ?? { status: OK, type: 'application/json', body: JSON.stringify(answer) };

/**
 * Reads a notification; the form of its node has {@link BODY_AS_SENT}.
 *
 * @param types what the trigger takes
 * @returns the notification, or why it is refused
 */
export async function readNotification(
	context: IWebhookFunctions,
	types: ContentType[] = ['application/json'],
): Promise<Notification | { refuse: number; reason: string }> {
	const rawBody = await readBody(context);
	if ('refuse' in rawBody) return rawBody;
	const headers = context.getHeaderData() as IDataObject;
	const type = types.find((each) => each === contentTypeOf(headers));
	if (!type) return { refuse: 415, reason: `its Content-Type is not ${types.join(' or ')}` };
	if (rawBody.length > ONE_MEGABYTE) return TOO_LARGE;
	const { text, isGarbled } = decode(rawBody, String(headers['content-type']));
	const body = READERS[type](text);
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		return { refuse: 400, reason: 'it is not a JSON object, or a form with a field twice' };
	}
	if (isTooDeep(body)) return { refuse: 400, reason: 'it is nested too deeply' };
	return { body: body as IDataObject, headers, isGarbled };
}

/**
 * The body of a request byte for byte, with n8n's limit of 16 MB; the form of its node has
 * {@link BODY_AS_SENT}. n8n has undone a compression.
 *
 * @returns the body, or why the request is refused
 */
export async function readBody(
	context: IWebhookFunctions,
): Promise<Buffer | { refuse: number; reason: string }> {
	const request = context.getRequestObject();
	try {
		await request.readRawBody();
	} catch (error) {
		const isTooLarge = (error as { status?: number }).status === TOO_LARGE.refuse;
		return isTooLarge ? TOO_LARGE : { refuse: 400, reason: 'its body could not be read' };
	}
	return request.rawBody;
}

/** Without its parameters, in lower case; '' where there is none. */
export function contentTypeOf(headers: IDataObject): string {
	const [type] = String(headers['content-type'] ?? '').split(';');
	return type.trim().toLowerCase();
}

/** Undefined where it is malformed. */
function parsed(text: string): unknown {
	try {
		return parseExactly(text);
	} catch {
		return undefined;
	}
}

/**
 * The fields of a form, as text; undefined where one comes twice, as its reader and its sender may
 * each mean another one.
 */
function fieldsOf(text: string): IDataObject | undefined {
	const fields = [...new URLSearchParams(text)];
	const byName = Object.fromEntries(fields);
	return Object.keys(byName).length === fields.length ? byName : undefined;
}

const READERS: Record<ContentType, (text: string) => unknown> = {
	'application/json': parsed,
	'application/x-www-form-urlencoded': fieldsOf,
};

/** Whether it is nested more deeply than what walks through it can bear. */
export function isTooDeep(value: unknown): boolean {
	return isDeeperThan(DEEPEST, value);
}

function isDeeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each));
}
