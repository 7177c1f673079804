import type { IExecuteFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What n8n hands to a node, a polling trigger or a webhook trigger: all that send requests. */
export type RequestContext = IExecuteFunctions | IPollFunctions | IWebhookFunctions;

/** Ends when the execution is cancelled; undefined for triggers, which have no execution yet. */
export function cancelSignalOf(context: RequestContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
