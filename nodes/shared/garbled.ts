import type { RequestContext } from './context';

/** Executions of a node that have the hint. */
const hasHint = new WeakSet<RequestContext>();

/**
 * Says that some characters could not be read: by a hint at the output of a node, once for each
 * execution, or by a line in n8n's log for a trigger. Nothing of what was read is part of it.
 *
 * @param what was read, e.g. `a notification`
 */
export function tellGarbled(context: RequestContext, what: string): void {
	const message = `some characters of ${what} could not be read, neither in the encoding that it names nor in UTF-8; U+FFFD stands in their place`;
	if (!('getInputData' in context)) {
		context.logger.warn(`${context.getNode().name}: ${message}`);
		return;
	}
	// Early versions of n8n know no hints.
	if (hasHint.has(context) || !('addExecutionHints' in context)) return;
	hasHint.add(context);
	context.addExecutionHints({
		message: `${message[0].toUpperCase()}${message.slice(1)}.`,
		type: 'warning',
		location: 'outputPane',
	});
}
