import { FILTERS } from '../../recipe/filters';
import { readTemplate, type TemplateNode } from '../../recipe/template';
import type { WebhookRecipe } from './recipe';

/** Too short, and of too few characters, to be the text of a notification. */
const WORD = /^[\w-]{1,64}$/;
/** The same where that text may be one word: what Braintree's own libraries allow there. */
const TOKEN = /^[\da-f]{20,32}$/;
/** What has characters that no word has. */
const LONG = ['body', 'params', 'url', 'urlWithoutQuery', 'pathAndQuery', 'path', 'headers'];

/**
 * What may be signed in a handshake for somebody who has proved nothing, so that nobody gets the
 * signature of a forged notification in that way.
 *
 * @returns undefined where nothing may: the text is a digest, of which nobody sees what it is of
 */
export function harmlessFor({ alg, text = '' }: WebhookRecipe): RegExp | undefined {
	// A token is no signature of a text, and the text of a JWT has a full stop.
	if (alg === 'text' || alg === 'jwt') return WORD;
	const nodes = readTemplate(text, 'text');
	if (!nodes.every(isOfWords)) return WORD;
	return nodes.some(isDigest) ? undefined : TOKEN;
}

function isOfWords(node: TemplateNode): boolean {
	if (typeof node === 'string') return /^[\w-]*$/.test(node);
	return 'nodes' in node || isDigest(node) || !LONG.includes(node.name);
}

function isDigest(node: TemplateNode): boolean {
	if (typeof node === 'string') return false;
	if ('nodes' in node) return node.nodes.some(isDigest);
	return (
		node.name !== 'secret' && node.filters.some(({ name }) => FILTERS[name]?.kind === 'digest')
	);
}
