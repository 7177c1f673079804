import type { RequestContext } from './context';
import { answerError, requestError, unknownOutcome } from './errors';
import type {
	Answer,
	Failure,
	Operation,
	Parameters,
	Provider,
	RequestDescription,
} from './provider';
import { sendPatiently } from './repeat';
import type { NodeCredential } from './send';

const DEFAULT_TIMEOUT_IN_MS = 60_000;
const DEFAULT_LONGEST_WAIT_IN_SECONDS = 300;
const FIVE_SECONDS_IN_MS = 5_000;

interface Options {
	timeout?: number;
	longestWait?: number;
	neverError?: boolean;
}

/**
 * Sends a request and returns the answer.
 *
 * @throws NodeApiError where the answer reports a failure, unless the option "Never Error" is set,
 * or the provider's limit is reached; NodeOperationError where there is no answer
 */
export async function receive(
	context: RequestContext,
	provider: Provider,
	credential: NodeCredential,
	operation: Operation,
	request: RequestDescription,
	parameters: Parameters,
	itemIndex: number | undefined,
): Promise<Answer> {
	const { timeout, longestWait, neverError } = parameters.options as Options;
	const isRead = operation.isRead ?? request.method === 'GET';
	const outcome = isRead ? '' : unknownOutcome(request.reference);
	const { answer, clockOffset } = await sendPatiently(context, provider, credential, request, {
		isRead,
		timeout: timeout ?? DEFAULT_TIMEOUT_IN_MS,
		longestWait: (longestWait ?? DEFAULT_LONGEST_WAIT_IN_SECONDS) * 1000,
	}).catch((error: unknown) => {
		throw requestError(context, provider, error, itemIndex, outcome);
	});
	const failure = failureOf(provider, answer);
	if (!failure || neverError) return answer;
	if (failure.code && operation.list?.emptyCodes?.includes(failure.code)) return answer;
	const note = answer.status >= 500 ? outcome : clockNote(answer, clockOffset);
	throw answerError(context, provider, answer, failure, itemIndex, note);
}

/** Why an answer is a failure: what the provider says, or an HTTP status that is none of success. */
export function failureOf(provider: Provider, answer: Answer): Failure | undefined {
	const failure = provider.failure(answer);
	if (failure || answer.status < 300) return failure;
	const words = typeof answer.body === 'string' ? answer.body.trim().slice(0, 200) : '';
	if (answer.status < 400)
		return { message: 'redirected the request elsewhere; this is not followed' };
	return { message: /^</.test(words) ? '' : words };
}

/** A request may have been refused for its time only; the difference is worth a look then. */
export function clockNote({ status }: Answer, clockOffset: number): string {
	if (status !== 401 || Math.abs(clockOffset) < FIVE_SECONDS_IN_MS) return '';
	const seconds = Math.round(Math.abs(clockOffset) / 1000);
	return ` The provider's clock is ${seconds} seconds ${clockOffset > 0 ? 'ahead of' : 'behind'} this machine's.`;
}
