import type { WebhookRecipe } from './recipe';

/** `{header:x-time}`, and nothing else. */
const SINGLE = /^\{([^{}|]+)\}$/;
const TIMESTAMP = /\{timestamp(?=[|}])/g;

/**
 * The recipe with the place of the time in the place of `{timestamp}`, where `looksLike` does not read
 * it: people call it so wherever it stands.
 */
export function withTimestamp(recipe: WebhookRecipe, isRead: boolean): WebhookRecipe {
	const { text, id, checks, timestamp } = recipe;
	const [, place] = SINGLE.exec(timestamp?.from?.trim() ?? '') ?? [];
	if (isRead || place === undefined || place === 'timestamp') return recipe;
	const put = (template: string) => template.replace(TIMESTAMP, `{${place}`);
	return {
		...recipe,
		text: text && put(text),
		id: id && put(id),
		checks: checks?.map(([one, other]) => [put(one), put(other)]),
	};
}
