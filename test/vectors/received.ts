import type { Received } from '../../credentials/partner/webhook/received';
import type { WebhookRecipe } from '../../credentials/partner/webhook/recipe';
import published from './webhooks.json';

interface Inputs {
	url?: string;
	method?: string;
	headers: Record<string, string>;
	rawBody?: string;
	secret: string;
	values?: Record<string, string>;
	nowMs: number;
}

/** An example of a webhook that a partner publishes, and one that somebody has tampered with. */
export interface WebhookExample {
	id: string;
	inputs: Inputs;
	recipe: WebhookRecipe;
	expected: { valid: boolean; id?: string };
	tampered: { what: string; inputs: Partial<Inputs> };
}

const ALL = published as unknown as Array<Partial<WebhookExample> & { id: string }>;

/** Those with a recipe; of the two others one is a body field alone, and one a handshake. */
export const WEBHOOK_EXAMPLES = ALL.filter(
	({ recipe }) => recipe !== undefined,
) as WebhookExample[];

export function exampleOf<T>(id: string): T {
	return ALL.find((example) => example.id === id) as unknown as T;
}

export function receivedOf({ method = 'POST', url, headers, rawBody = '' }: Inputs): Received {
	return {
		method,
		url: url ?? 'https://hooks.example.com/webhook',
		headers,
		body: Buffer.from(rawBody, 'utf8'),
	};
}
