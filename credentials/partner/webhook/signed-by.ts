import { readTemplate, type Placeholder, type TemplateNode } from '../../recipe/template';
import type { WebhookRecipe } from './recipe';
import { alwaysIn, isSame, isWhole, type FieldKinds } from './references';

type Reference = Pick<Placeholder, 'name' | 'argument'>;

/** The values that a sender cannot change. */
export interface SignedBy {
	references: Reference[];
	has(reference: Reference): boolean;
}

/**
 * The values in the text that is signed, and those that a check compares with them, or with what
 * stands in the credential or the recipe: they can be no others.
 */
export function signedBy(
	{ alg, text = '', checks = [] }: WebhookRecipe,
	fields: FieldKinds,
): SignedBy {
	// A token is compared, and proves who sent it, not what. The text of a JWT is the JWT.
	const isText = alg !== 'text' && alg !== 'jwt';
	const references = isText ? wholeIn(readTemplate(text, 'text')) : [];
	const has = (reference: Reference) =>
		(alg === 'jwt' && reference.name === 'claim') ||
		references.some((each) => isSame(each, reference));
	const isFixed = (nodes: TemplateNode[]) =>
		nodes.every(
			(node) =>
				typeof node === 'string' ||
				(!('nodes' in node) && (has(node) || Object.hasOwn(fields, node.name))),
		);
	const pairs = checks.map(([one, other], at) => [
		readTemplate(one, `checks[${at}]`),
		readTemplate(other, `checks[${at}]`),
	]);
	// What one check proves may be what another one compares with.
	for (let round = 0; round < pairs.length; round += 1) {
		for (const [one, other] of [...pairs, ...pairs.map(([a, b]) => [b, a])]) {
			if (isFixed(one)) references.push(...wholeIn(other).filter((each) => !has(each)));
		}
	}
	return { references, has };
}

function wholeIn(nodes: TemplateNode[]): Reference[] {
	return alwaysIn(nodes)
		.filter(isWhole)
		.flatMap(({ name, argument }) =>
			name === 'headers' ? listed(argument) : [{ name, argument }],
		);
}

/** `{headers:date,digest}` has the values of the headers, `{headers:date;names}` the names only. */
function listed(argument = ''): Reference[] {
	const [list, form = ''] = argument.split(';');
	if (form.trim() === 'names') return [];
	return list.split(',').map((name) => ({ name: 'header', argument: name.trim().toLowerCase() }));
}
