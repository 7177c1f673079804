import type { IExecuteFunctions } from 'n8n-workflow';
import { answerError, requestError } from './errors';
import type { Answer, Failure, Parameters, Provider, RequestDescription } from './provider';
import { send, type NodeCredential } from './send';

const DEFAULT_TIMEOUT_IN_MS = 60_000;
const FIVE_SECONDS_IN_MS = 5_000;

/**
 * Sends a request and returns the answer.
 *
 * @throws NodeApiError where the answer reports a failure, unless the option "Never Error" is set;
 * NodeOperationError where there is no answer
 */
export async function receive(
	context: IExecuteFunctions,
	provider: Provider,
	credential: NodeCredential,
	request: RequestDescription,
	parameters: Parameters,
	itemIndex: number,
): Promise<Answer> {
	const options = parameters.options as { timeout?: number; neverError?: boolean };
	const { answer, clockOffset } = await send(
		context,
		provider,
		credential,
		request,
		options.timeout ?? DEFAULT_TIMEOUT_IN_MS,
	).catch((error: unknown) => {
		throw requestError(context, provider, error, itemIndex);
	});
	const failure = failureOf(provider, answer);
	if (!failure || options.neverError) return answer;
	const note = clockNote(answer, clockOffset);
	throw answerError(context, provider, answer, failure, itemIndex, note);
}

function failureOf(provider: Provider, answer: Answer): Failure | undefined {
	const failure = provider.failure(answer);
	if (failure || answer.status < 300) return failure;
	const words = typeof answer.body === 'string' ? answer.body.trim().slice(0, 200) : '';
	if (answer.status < 400)
		return { message: 'redirected the request elsewhere; this is not followed' };
	return { message: /^</.test(words) ? '' : words };
}

/** A request may have been refused for its time only; the difference is worth a look then. */
function clockNote({ status }: Answer, clockOffset: number): string {
	if (status !== 401 || Math.abs(clockOffset) < FIVE_SECONDS_IN_MS) return '';
	const seconds = Math.round(Math.abs(clockOffset) / 1000);
	return ` The provider's clock is ${seconds} seconds ${clockOffset > 0 ? 'ahead of' : 'behind'} this machine's.`;
}
