import { readTemplate, type TemplateNode } from '../../recipe/template';
import type { WebhookRecipe } from './recipe';

/** What of a notification a signature proves. */
export interface Cover {
	/** `all` where it is the body, or all of its parameters; else the names of parameters and headers. */
	signed: 'all' | string[];
	/** Whether it proves what a template refers to. */
	has(reference: { name: string; argument?: string }): boolean;
}

const WHOLE = ['body', 'params'];

/** By the text that is signed, and by what must be equal to something that is signed. */
export function coverOf({ alg, text = '', checks = [], read = [] }: WebhookRecipe): Cover {
	const isWholeBody = alg === 'jwt' && read.some((place) => place.in === 'body');
	// A token is compared, and proves who sent it, not what.
	const texts = [...(alg === 'text' ? [] : [text]), ...checks.flat()];
	const references = texts.flatMap((each) => referencesIn(readTemplate(each, 'text')));
	const isAll = isWholeBody || references.some(({ name }) => WHOLE.includes(name));
	const names = references.flatMap(({ name, argument }) =>
		name === 'param' || name === 'header' ? [argument ?? ''] : [],
	);
	return {
		signed: isAll ? 'all' : [...new Set(names)],
		has: ({ name, argument }) => {
			if (name === 'claim' || (isAll && (WHOLE.includes(name) || name === 'param'))) return true;
			return references.some(
				(each) => each.name === name && each.argument?.toLowerCase() === argument?.toLowerCase(),
			);
		},
	};
}

function referencesIn(nodes: TemplateNode[]): Array<{ name: string; argument?: string }> {
	return nodes.flatMap((node) => {
		if (typeof node === 'string') return [];
		return 'nodes' in node ? [node, ...referencesIn(node.nodes)] : [node];
	});
}
