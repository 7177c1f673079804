import { Agent, request } from 'undici';

/** One notification the way a provider puts it on the wire. */
export interface Sending {
	body: string;
	/** Lower-case names; `content-type: application/json` unless given. */
	headers?: Record<string, string>;
	/** The body of an answer that counts as success; any by default. */
	acknowledgement?: string;
}

export interface Delivery {
	/** Requests at the same time. */
	concurrency?: number;
	/** Share of the notifications that are sent once more though they have been answered; 0 to 1. */
	repeats?: number;
	/** Sent in another order than they happened. */
	isReordered?: boolean;
	/** How often one is sent at most while it is answered with 400 or more, or not at all. */
	attempts?: number;
	pauseMs?: number;
	/** What is waited for after each failure, so that a webhook may be down for a while. */
	whenReachable?: () => Promise<unknown>;
	/** Called with each answer as it comes. */
	onAnswer?: (answer: NotifierAnswer) => void;
	/** How long the provider waits for an answer. */
	patienceMs?: number;
	/** The same order for the same seed. */
	seed?: number;
}

export interface NotifierAnswer {
	/** Position in the list of notifications. */
	index: number;
	/** 0 where the connection was cut or the patience ended. */
	status: number;
	milliseconds: number;
	body: string;
}

export interface Delivered {
	/** In the order of arrival. */
	answers: NotifierAnswer[];
	/** Positions of those that were never answered with success. */
	undelivered: number[];
	seconds: number;
}

const FIRST_FAILURE = 400;

/**
 * Plays a provider: sends notifications to one webhook or to several in turn, and sends again what
 * was not answered with success, as providers do.
 *
 * @param urls one webhook, or those of several processes
 */
export async function notify(
	urls: string | string[],
	notifications: Sending[],
	{
		concurrency = 1,
		repeats = 0,
		isReordered = false,
		attempts = 1,
		pauseMs = 500,
		whenReachable = async () => {},
		onAnswer = () => {},
		patienceMs = 30_000,
		seed = 1,
	}: Delivery = {},
): Promise<Delivered> {
	const random = randomFrom(seed);
	const queue = order(notifications.length, repeats, isReordered, random);
	const targets = [urls].flat();
	const answers: NotifierAnswer[] = [];
	const delivered = new Set<number>();
	const dispatcher = new Agent({ connections: concurrency });
	const startedAt = performance.now();
	let next = 0;
	const lane = async () => {
		while (next < queue.length) {
			const index = queue[next];
			const url = targets[next % targets.length];
			next += 1;
			for (let attempt = 1; ; attempt += 1) {
				const answer = await send(url, index, notifications[index], patienceMs, dispatcher);
				answers.push(answer);
				onAnswer(answer);
				if (isAcknowledged(notifications[index], answer)) {
					delivered.add(index);
					break;
				}
				await whenReachable();
				if (attempt >= attempts) break;
				await new Promise((resolve) => setTimeout(resolve, pauseMs));
			}
		}
	};
	await Promise.all(Array.from({ length: concurrency }, lane));
	const seconds = (performance.now() - startedAt) / 1000;
	await dispatcher.destroy();
	const undelivered = notifications.flatMap((_, index) => (delivered.has(index) ? [] : [index]));
	return { answers, undelivered, seconds };
}

function isAcknowledged({ acknowledgement }: Sending, { status, body }: NotifierAnswer): boolean {
	const isSuccess = status > 0 && status < FIRST_FAILURE;
	return isSuccess && (acknowledgement === undefined || acknowledgement === body);
}

async function send(
	url: string,
	index: number,
	{ body, headers }: Sending,
	patienceMs: number,
	dispatcher: Agent,
): Promise<NotifierAnswer> {
	const startedAt = performance.now();
	const done = (status: number, text: string): NotifierAnswer => ({
		index,
		status,
		milliseconds: performance.now() - startedAt,
		body: text,
	});
	try {
		const answer = await request(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body,
			dispatcher,
			headersTimeout: patienceMs,
			bodyTimeout: patienceMs,
		});
		return done(answer.statusCode, await answer.body.text());
	} catch (error) {
		return done(0, String(error));
	}
}

/** Half of the repeats follow the first one at once, half come at any time. */
function order(
	count: number,
	repeats: number,
	isReordered: boolean,
	random: () => number,
): number[] {
	const below = (limit: number) => Math.floor(random() * limit);
	const queue = Array.from({ length: count }, (_, index) => index);
	if (isReordered) {
		for (let at = count - 1; at > 0; at -= 1) {
			const other = below(at + 1);
			[queue[at], queue[other]] = [queue[other], queue[at]];
		}
	}
	for (let repeat = 0; repeat < Math.round(count * repeats); repeat += 1) {
		const first = below(queue.length);
		const at = repeat % 2 === 0 ? first + 1 : below(queue.length);
		queue.splice(at, 0, queue[first]);
	}
	return queue;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
