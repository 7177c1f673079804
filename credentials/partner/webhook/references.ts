import { FILTERS } from '../../recipe/filters';
import type { FieldKind } from '../../recipe/recipe';
import type { Placeholder, TemplateNode } from '../../recipe/template';

export type FieldKinds = Record<string, FieldKind>;
type Reference = Pick<Placeholder, 'name' | 'argument'>;

/** A part of a secret that nobody tries out. */
const LONG_ENOUGH = 8;

/**
 * What stands in a text whatever the sender leaves out: a condition counts where it is about the value
 * that stands in it.
 */
export function alwaysIn(nodes: TemplateNode[]): Placeholder[] {
	return nodes.flatMap((node) => {
		if (typeof node === 'string') return [];
		return 'nodes' in node ? alwaysIn(node.nodes).filter((each) => isSame(each, node)) : [node];
	});
}

/** Of a header in any case. */
export function isSame(one: Reference, other: Reference): boolean {
	const argument = ({ name, argument = '' }: Reference) =>
		name === 'header' ? argument.trim().toLowerCase() : argument;
	return one.name === other.name && argument(one) === argument(other);
}

/** Whether a value stands there as a whole, or as a digest of the whole. */
export function isWhole({ filters }: Placeholder): boolean {
	return filters.every(({ name }) => FILTERS[name]?.kind !== 'part');
}

/**
 * Whether nobody can write a text who does not know a secret. Under a condition a sender could leave it
 * out, and its length or a few characters of it can be tried out.
 */
export function needsSecret(nodes: TemplateNode[], fields: FieldKinds): boolean {
	return nodes.some(
		(node) =>
			typeof node !== 'string' &&
			!('nodes' in node) &&
			node.argument === undefined &&
			Object.hasOwn(fields, node.name) &&
			fields[node.name] === 'secret' &&
			node.filters.every(
				({ name, argument }) =>
					FILTERS[name]?.kind !== 'part' || (name === 'first' && Number(argument) >= LONG_ENOUGH),
			),
	);
}
