import type { IDataObject } from 'n8n-workflow';
import type { RequestContext } from './context';
import type { NodeCredential } from './credential';
import { answerError, inDoubt, requestError } from './errors';
import { tellGarbled } from './garbled';
import type { Answer, Failure, Operation, Provider, RequestDescription } from './provider';
import { sendPatiently } from './repeat';
import type { Settings } from './settings';

const FIVE_SECONDS_IN_MS = 5_000;

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
	{ timeout, longestWait, neverError }: Settings,
	itemIndex: number | undefined,
): Promise<Answer> {
	const write = changes(operation, request) ? request : undefined;
	const { answer, clockOffset, isGarbled } = await sendPatiently(
		context,
		provider,
		credential,
		request,
		{
			isRead: write === undefined,
			neverError,
			timeout,
			longestWait,
		},
	).catch((error: unknown) => {
		throw requestError(context, provider, error, itemIndex, write);
	});
	if (isGarbled) tellGarbled(context, `an answer of ${provider.name}`);
	const failure = failureOf(provider, answer, request);
	if (!failure || neverError) return answer;
	if (failure.code && operation.list?.emptyCodes?.includes(failure.code)) return answer;
	const reference = write?.reference ? ` This was ${write.reference}.` : '';
	const note = clockNote(answer, clockOffset) + reference;
	const advised = { advice: operation.advice?.[answer.status], ...failure };
	const error = answerError(context, provider, answer, advised, itemIndex, note);
	throw answer.status >= 500 ? inDoubt(error, write) : error;
}

/** Whether a request may change something at the provider. */
export function changes(operation: Operation, { method }: RequestDescription): boolean {
	return !(operation.isRead ?? method === 'GET');
}

/** Why an answer is a failure: what the provider says, or an HTTP status that is none of success. */
export function failureOf(
	provider: Provider,
	answer: Answer,
	request?: RequestDescription,
): Failure | undefined {
	const failure = request?.failure ? request.failure(answer) : provider.failure(answer);
	if (failure?.message || (!failure && answer.status < 300)) return failure;
	if (!failure && answer.status < 400)
		return { message: 'redirected the request elsewhere; this is not followed' };
	return { ...failure, message: wordsOf(answer.body) };
}

/** Where providers write for people, the clearest first. */
const WORDS = [
	...['message', 'detail', 'msg', 'responseMessage', 'errorMessage', 'error_description'],
	...['error', 'errors', 'title'],
];

/** What an answer says where it is not what the provider documents; '' for a web page. */
function wordsOf(body: unknown): string {
	if (typeof body === 'string') return /^\s*</.test(body) ? '' : body.trim().slice(0, 200);
	if (Array.isArray(body)) return wordsOf(body[0]);
	if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return '';
	const said = body as IDataObject;
	return wordsOf(
		WORDS.map((name) => said[name]).find((words) => words !== undefined && words !== null),
	);
}

/** A request may have been refused for its time only; the difference is worth a look then. */
export function clockNote({ status }: Answer, clockOffset: number): string {
	if (status !== 401 || Math.abs(clockOffset) < FIVE_SECONDS_IN_MS) return '';
	const seconds = Math.round(Math.abs(clockOffset) / 1000);
	return ` The provider's clock is ${seconds} seconds ${clockOffset > 0 ? 'ahead of' : 'behind'} this machine's.`;
}
