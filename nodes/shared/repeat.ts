import { UserError } from 'n8n-workflow';
import { cancelSignalOf, type RequestContext } from './context';
import type { NodeCredential } from './credential';
import { LimitReachedError } from './errors';
import { networkCode } from './network-error';
import type { Answer, Provider, RateLimit, RequestDescription } from './provider';
import { holdBack, waitingTime } from './rate-limit';
import { send, type Reception } from './send';
import { wait } from './wait';

const MOST_FAILURES = 4;
const FIRST_PAUSE_IN_MS = 500;
/** Where the provider asks for a pause without saying how long. */
const DEFAULT_RETRY_AFTER_IN_MS = 30_000;
const ONE_SECOND_IN_MS = 1_000;
/** No documented limit counts over a longer time; a pause of days would outlive its reason. */
const ONE_HOUR_IN_MS = 60 * 60 * 1_000;
const TOO_MANY_REQUESTS = 429;
/** The connection was cut or never made; a timeout is not among them, it has taken long enough. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'EAI_AGAIN', 'UND_ERR_SOCKET']);

export interface Sending {
	/** Whether the request may be sent again though it may have been carried out. */
	isRead: boolean;
	/** Milliseconds. */
	timeout: number;
	/** Milliseconds from the first try on; where a limit asks for more, the item fails. */
	longestWait: number;
	/** Whether a refusal that would take too long to wait out is an answer like any other. */
	neverError?: boolean;
}

/**
 * Sends a request when the provider's limit allows, and sends it again where that is safe: any
 * request after a 429, which was not carried out; a read also after a server error or a cut
 * connection, with growing pauses.
 *
 * @returns the last answer, whatever its status
 * @throws LimitReachedError where the wait would be too long, UserError where the execution is
 * cancelled before the request leaves; what `send` throws
 */
export async function sendPatiently(
	context: RequestContext,
	provider: Provider,
	credential: NodeCredential,
	request: RequestDescription,
	sending: Sending,
): Promise<Reception> {
	const signal = cancelSignalOf(context);
	const counted = request.rateLimitKey ?? provider.rateLimitKey?.(request) ?? '';
	const key = `${credential.key}:${counted}`;
	const until = performance.now() + sending.longestWait;
	let refused: Reception | undefined;
	for (let failures = 0; ; ) {
		const limit = request.rateLimit ?? provider.rateLimit;
		const tooLong = await waitForTurn(limit, key, until, signal);
		if (tooLong > 0) {
			if (refused && sending.neverError) return refused;
			throw new LimitReachedError(provider.name, tooLong);
		}
		const isLast = failures === MOST_FAILURES - 1 || signal?.aborted;
		const sent = await send(context, provider, credential, request, sending.timeout).catch(
			(error: unknown) => {
				if (isLast || !sending.isRead || !CUT.has(networkCode(error))) throw error;
			},
		);
		if (sent && signal?.aborted) return sent;
		if (sent && isLimited(provider, sent.answer)) {
			const pause = retryAfter(sent.answer) ?? DEFAULT_RETRY_AFTER_IN_MS;
			holdBack(key, Math.min(Math.max(pause, ONE_SECOND_IN_MS), ONE_HOUR_IN_MS));
			refused = sent;
			continue;
		}
		if (sent && (isLast || !sending.isRead || sent.answer.status < 500)) return sent;
		failures += 1;
		const asked = sent && retryAfter(sent.answer);
		if (sent && asked !== undefined && performance.now() + asked > until) return sent;
		await wait(asked ?? FIRST_PAUSE_IN_MS * 2 ** failures * Math.random(), signal);
	}
}

/** @returns 0 when the request may leave; milliseconds it would have to wait where that ends after `until` */
async function waitForTurn(
	limit: RateLimit | undefined,
	key: string,
	until: number,
	signal: AbortSignal | undefined,
): Promise<number> {
	for (;;) {
		if (signal?.aborted) {
			throw new UserError('The execution was cancelled', { description: 'Nothing was sent.' });
		}
		const time = waitingTime(key, limit);
		if (time === 0 || performance.now() + time > until) return time;
		await wait(time, signal);
	}
}

function isLimited(provider: Provider, answer: Answer): boolean {
	return provider.isLimitReached?.(answer) ?? answer.status === TOO_MANY_REQUESTS;
}

/** RFC 9110, section 10.2.3: seconds, or a date. Milliseconds, or undefined where there is none. */
export function retryAfter({ headers }: Pick<Answer, 'headers'>): number | undefined {
	const value = String(headers['retry-after'] ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
