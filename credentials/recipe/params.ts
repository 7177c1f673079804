import { encodeRfc3986 } from '../auth/query-string';
import { minified, scalarOf, type JsonNode } from './json-text';
import { formEncoded } from './percent';
import { recipeError } from './recipe-error';
import type { ParameterSettings } from './recipe';
import { formParameters, jsonOf, queryParameters, type Parameter, type Scene } from './scene';

/** {@link ParameterSettings} with every default filled in. */
export interface ParameterRules extends Required<Omit<ParameterSettings, 'extra'>> {
	/** Characters of names and values, and what the partner writes in their place. */
	replace?: [characters: string, replacement: string];
	/** Of a name that comes twice only the first one counts. */
	once?: boolean;
}

export const DEFAULT_RULES: ParameterRules = {
	from: ['query', 'form'],
	leaveOut: [],
	dropEmpty: false,
	order: 'name',
	pair: '{n}={v}',
	join: '&',
	encoding: 'raw',
	names: 'asis',
	nested: 'leaveOut',
};

const ENCODERS = {
	raw: (text: string) => text,
	rfc3986: encodeRfc3986,
	form: formEncoded,
};

/**
 * The parameters of a request as one text, in the way that a partner sorts and joins them.
 *
 * @param extra pairs that take part and are not sent
 */
export function parameterList(scene: Scene, rules: ParameterRules, extra: Parameter[]): string {
	const encode = encoderOf(rules);
	const found = collected(scene, rules);
	const pairs = [...(rules.once ? firstOfEach(found) : found), ...extra]
		.filter(({ name, value }) => !rules.leaveOut.includes(name) && !(rules.dropEmpty && !value))
		.map(({ name, value }) => ({
			name: encode(rules.names === 'lower' ? name.toLowerCase() : name),
			value: encode(value),
		}));
	// As encoded (RFC 5849, section 3.4.1.3.2): the order of names is that of the bytes that are signed.
	if (rules.order === 'name') {
		pairs.sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value));
	}
	return pairs
		.map(({ name, value }) =>
			rules.pair.replace(/\{([nv])\}/g, (_, which) => (which === 'n' ? name : value)),
		)
		.join(rules.join);
}

function encoderOf({ encoding, replace }: ParameterRules): (text: string) => string {
	const encode = ENCODERS[encoding];
	if (!replace) return encode;
	const [characters, replacement] = replace;
	return (text) =>
		encode([...text].map((each) => (characters.includes(each) ? replacement : each)).join(''));
}

/** Of two that say different things nobody knows which one counts. */
function firstOfEach(parameters: Parameter[]): Parameter[] {
	const values = new Map<string, string>();
	return parameters.filter(({ name, value }) => {
		const first = values.get(name);
		if (first === undefined) values.set(name, value);
		else if (first !== value)
			throw recipeError('params: a parameter is there twice', 'Ask the partner.');
		return first === undefined;
	});
}

/**
 * One parameter of the query, a form or a JSON body, in that order of preference.
 *
 * @param name in JSON also a path such as `items.0.id`
 * @returns '' where there is none; a list or an object as minified JSON
 */
export function parameterOf(scene: Scene, name: string): string {
	const found =
		queryParameters(scene).find((each) => each.name === name) ??
		formParameters(scene).find((each) => each.name === name);
	if (found) return found.value;
	const json = jsonOf(scene);
	const node = json && memberAt(json.root, name);
	return json && node ? textAt(json.text, node) : '';
}

/** Names and values that are in the list, before they are sorted and encoded. */
export function collected(
	scene: Scene,
	{ from, nested }: Pick<ParameterRules, 'from' | 'nested'>,
): Parameter[] {
	const found: Parameter[] = [];
	if (from.includes('query')) found.push(...queryParameters(scene));
	if (from.includes('form')) found.push(...formParameters(scene));
	const json = from.includes('json') ? jsonOf(scene) : undefined;
	if (json) collectMembers(found, json.text, json.root, '', nested);
	return found;
}

function collectMembers(
	found: Parameter[],
	text: string,
	{ members }: JsonNode,
	prefix: string,
	nested: ParameterRules['nested'],
): void {
	for (const { name, value } of members) {
		const isNested = value.kind === 'object' || value.kind === 'array';
		const path = prefix + name;
		if (isNested && nested === 'flatten') {
			collectMembers(found, text, value, `${path}.`, nested);
		} else if (!isNested || nested === 'stringify') {
			found.push({ name: path, value: textAt(text, value) });
		}
	}
}

/** A member by its name, or by the names on the way to it. */
function memberAt(node: JsonNode, path: string): JsonNode | undefined {
	const own = [...node.members].reverse().find(({ name }) => name === path);
	if (own) return own.value;
	const dot = path.indexOf('.');
	if (dot < 0) return undefined;
	const next = node.members.find(({ name }) => name === path.slice(0, dot));
	return next && memberAt(next.value, path.slice(dot + 1));
}

/** All members that a name may mean: by itself, or as the names on the way to one. */
export function membersAt({ members }: JsonNode, path: string): JsonNode[] {
	return members.flatMap(({ name, value }) => {
		if (name === path) return [value];
		return path.startsWith(`${name}.`) ? membersAt(value, path.slice(name.length + 1)) : [];
	});
}

/** What a member says: a text without its quotation marks, a list or an object as minified JSON. */
export function textAt(text: string, node: JsonNode): string {
	const isNested = node.kind === 'object' || node.kind === 'array';
	return isNested ? minified(text.slice(node.start, node.end)) : scalarOf(text, node);
}

/** By bytes in UTF-8: JavaScript compares halves of characters, which is another order beyond U+FFFF. */
function compare(a: string, b: string): number {
	if (a === b) return 0;
	if (/^[\0-\uD7FF]*$/.test(a + b)) return a < b ? -1 : 1;
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
