import { collected, DEFAULT_RULES } from '../../recipe/params';
import { isForm, jsonOf, type Scene } from '../../recipe/scene';
import { readTemplate, type Placeholder } from '../../recipe/template';
import { inBody, inForm, inJson, inQuery, parametersOf } from './parameters';
import type { WebhookRecipe } from './recipe';
import type { FieldKinds } from './references';
import { signedBy } from './signed-by';

/** `all` where it is the body, or all parameters; else the names of parameters and headers. */
export type Signed = 'all' | string[];

/** What of a notification a signature proves. */
export interface Cover {
	/** As the partner sends it. */
	signed: Signed;
	/** As it came: a sender may move what is signed, and put something else in its place. */
	of(scene: Scene): Signed;
	/** Whether it proves all that `id` refers to, with `{param:…}` as {@link signedParameters} reads it. */
	proves(id: string): boolean;
	/** What a name means in what is signed. */
	signedParameters(scene: Scene, name: string): string[];
	/** What a name means; of a body that is signed the sender cannot hide it. */
	safeParameters(scene: Scene, name: string): string[];
}

const ADDRESS = ['url', 'query', 'pathAndQuery'];

/** By the text that is signed, and by what must be equal to something that is signed. */
export function coverOf(recipe: WebhookRecipe, fields: FieldKinds): Cover {
	const { alg, read = [], params = {} } = recipe;
	const rules = {
		from: params.in ? [params.in] : DEFAULT_RULES.from,
		nested: params.nested ?? DEFAULT_RULES.nested,
	};
	const signed = signedBy(recipe, fields);
	const has = (...names: string[]) => signed.references.some(({ name }) => names.includes(name));
	const isBody = has('body') || (alg === 'jwt' && read.some((place) => place.in === 'body'));
	const isList = has('params');
	const isQuery = has(...ADDRESS) || (isList && rules.from.includes('query'));
	const isListed = (name: string) =>
		isList &&
		!params.exclude?.includes(name) &&
		!(rules.nested === 'leaveOut' && name.includes('.'));
	const names = signed.references.flatMap(({ name, argument = '' }) =>
		name === 'param' || name === 'header' ? [argument] : [],
	);
	const isProven = (each: Placeholder) =>
		signed.has(each) || (each.name === 'param' && (isBody || isListed(each.argument ?? '')));
	return {
		signed: isBody || isList ? 'all' : [...new Set(names)],
		of: (scene) => {
			const source = sourceOf(scene);
			const isAll =
				(source === 'query' ? isQuery : isBody) || (isList && isListOf(scene, source, rules));
			if (isAll) return 'all';
			const listed = isList ? collected(scene, rules).map(({ name }) => name) : [];
			return [...new Set([...names, ...listed.filter(isListed)])];
		},
		proves: (id) =>
			readTemplate(id, 'id').every(
				(node) => typeof node === 'string' || (!('nodes' in node) && isProven(node)),
			),
		signedParameters: (scene, name) => {
			const isOwn = signed.has({ name: 'param', argument: name });
			if (isOwn || !(isBody || isList)) return parametersOf(scene, name);
			return [
				...(isQuery ? inQuery(scene, name) : []),
				...(isBody ? inBody(scene, name) : []),
				...(!isBody && rules.from.includes('form') ? inForm(scene, name) : []),
				...(!isBody && rules.from.includes('json') ? inJson(scene, name) : []),
			];
		},
		safeParameters: (scene, name) =>
			isBody ? [...inQuery(scene, name), ...inBody(scene, name)] : parametersOf(scene, name),
	};
}

type Source = 'query' | 'form' | 'json' | 'other';

/** What the notification says something in. */
function sourceOf(scene: Scene): Source {
	if (scene.body.length === 0) return 'query';
	if (isForm(scene)) return 'form';
	return jsonOf(scene) ? 'json' : 'other';
}

function isListOf(
	scene: Scene,
	source: Source,
	{ from, nested }: { from: readonly string[]; nested: string },
): boolean {
	if (!from.includes(source)) return false;
	const members = source === 'json' ? (jsonOf(scene)?.root.members ?? []) : [];
	return nested !== 'leaveOut' || members.every(({ value }) => value.members.length === 0);
}
