import type { IWebhookDescription } from 'n8n-workflow';

const PARAMETER = 'responseMode';
const TEMPLATE = `={{ $parameter["${PARAMETER}"] }}`;
/**
 * Where n8n 2.41 looks for a function before it has the engine evaluate a template, which takes
 * 15 ms for a webhook (n8n-workflow, webhook-description-fields.ts). Earlier ones don't know it.
 */
const RESOLVERS = Symbol.for('n8n.webhookDescriptionResolvers');

/** The part of a webhook's description for a trigger whose user chooses when n8n answers. */
export const RESPONSE_MODE: Pick<IWebhookDescription, 'responseMode'> = Object.assign(
	{ responseMode: TEMPLATE },
	{
		[RESOLVERS]: {
			[PARAMETER]: {
				template: TEMPLATE,
				resolve: (parameters: Record<string, unknown>) => parameters[PARAMETER],
			},
		},
	},
);
