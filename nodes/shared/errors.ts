import {
	BaseError,
	NodeApiError,
	NodeOperationError,
	UserError,
	type Failure as NodeFailure,
	type JsonObject,
} from 'n8n-workflow';
import type { RequestContext } from './context';
import { causeOf, isNeverConnected, networkCode } from './network-error';
import type { Answer, Failure, Provider, RequestDescription } from './provider';

/** Thrown before a request is sent: the provider's limit is reached, and the wait would be too long. */
export class LimitReachedError extends UserError {
	constructor(
		provider: string,
		readonly retryAfterMs: number,
		advice = 'Raise Longest Wait in Options to wait for it. This item was not carried out.',
	) {
		const again = new Date(Date.now() + retryAfterMs).toISOString().slice(11, 16);
		super(`The limit of requests to ${provider} is reached`, {
			description: `It takes requests again in ${Math.ceil(retryAfterMs / 1000)} seconds, at ${again} UTC. ${advice}`,
		});
	}
}

const HINTS: Record<number, string> = {
	400: 'Check the fields of this operation.',
	401: 'Open the credential and test it.',
	403: 'Check with the provider that this account may do this.',
	404: 'Check the path and the IDs of this operation.',
	429: 'Raise Longest Wait in Options, or run it again later.',
};

/**
 * The error for an answer that reports a failure: the provider's words and code, the status, and
 * what to do.
 *
 * @param failure with secrets already redacted
 * @param note added to the description, e.g. about the clock
 */
export function answerError(
	context: RequestContext,
	provider: Provider,
	{ status }: Answer,
	failure: Failure,
	itemIndex: number | undefined,
	note = '',
): NodeApiError {
	const code = failure.code ? `, code ${failure.code}` : '';
	const message = `${provider.name}: ${failure.message || 'the request failed'} (HTTP ${status}${code})`;
	const hint = failure.advice ?? HINTS[status] ?? (status >= 500 ? 'Try again later.' : HINTS[400]);
	const description = `${hint}${note}`;
	return new NodeApiError(context.getNode(), { message, description } as JsonObject, {
		message,
		description,
		httpCode: String(status),
		itemIndex,
		failure: causeOfStatus(status),
	});
}

/** The cause as n8n names it, where the status alone tells. */
function causeOfStatus(status: number): NodeFailure | undefined {
	if (status === 401) return { cause: 'credential-invalid' };
	if (status === 429) return { cause: 'rate-limited' };
	return status >= 500 ? { cause: 'temporarily-unavailable' } : undefined;
}

/**
 * Adds to the error of a write that it may have been carried out. In the message, because that is
 * all that n8n hands on to the workflow (On Error: Continue) and to AI agents.
 *
 * @param write undefined where the request changes nothing
 */
export function inDoubt<E extends Error>(error: E, write: RequestDescription | undefined): E {
	if (write) {
		const what = write.reference ? ` for ${write.reference}` : '';
		error.message += `. It may have been carried out: look at the provider${what} before you send it again`;
	}
	return error;
}

/**
 * The error for a request that got no answer. The caught error is not passed on: it holds the
 * request with its secrets. What the credential had to say is kept; it names fields, not values.
 *
 * @param write the request, where it may have changed something
 */
export function requestError(
	context: RequestContext,
	provider: Provider,
	error: unknown,
	itemIndex: number | undefined,
	write?: RequestDescription,
): NodeOperationError | NodeApiError {
	if (error instanceof LimitReachedError) return limitError(context, error, itemIndex);
	const own = ownError(error);
	if (own) return operationError(context, own.message, own.description, itemIndex);
	const code = networkCode(error);
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
		const late = operationError(
			context,
			`${provider.name} did not answer in time`,
			'Raise the timeout in Options if the provider is slow.',
			itemIndex,
		);
		return inDoubt(late, write);
	}
	const check = `Check the base URL or environment of the credential, and the network${code ? ` (${code})` : ''}.`;
	if (isNeverConnected(error)) {
		const message = `${provider.name} could not be reached`;
		return operationError(context, message, `Nothing was sent. ${check}`, itemIndex);
	}
	const message = `${provider.name} cut the connection before it answered`;
	return inDoubt(operationError(context, message, check, itemIndex), write);
}

function limitError(
	context: RequestContext,
	{ message, description, retryAfterMs }: LimitReachedError,
	itemIndex: number | undefined,
): NodeApiError {
	return new NodeApiError(context.getNode(), { message, description } as JsonObject, {
		message,
		description: description ?? undefined,
		itemIndex,
		failure: { cause: 'rate-limited', retryAfterMs },
	});
}

/**
 * The error for what went wrong before a request or after its answer: a field, an expression.
 *
 * @param label of the field, as shown in the editor
 * @param isSent whether a request had left by then
 */
export function preparationError(
	context: RequestContext,
	error: unknown,
	itemIndex: number | undefined,
	{ label, isSent = true }: { label?: string; isSent?: boolean } = {},
): NodeOperationError {
	const message = error instanceof Error ? error.message : 'Unexpected error';
	const described = error as { description?: string | null } | undefined;
	const where = label ? `the field ${label} of this node` : 'the parameters of this node';
	const description = described?.description ?? `Check ${where} for this item.`;
	const isSaid = isSent || /\bNothing was \w+\.$/.test(description);
	const all = isSaid ? description : `${description} Nothing was sent.`;
	return operationError(context, message, all, itemIndex);
}

function operationError(
	context: RequestContext,
	message: string,
	description: string | undefined,
	itemIndex: number | undefined,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { description, itemIndex });
}

/** An error of this package's hooks, or one by which n8n itself refused: as it is or wrapped. */
function ownError(error: unknown): { message: string; description?: string } | undefined {
	for (const candidate of [error, causeOf(error)]) {
		if (candidate instanceof BaseError && !(candidate instanceof NodeApiError)) {
			return { message: candidate.message, description: candidate.description ?? undefined };
		}
	}
	return undefined;
}
