import { readJsonText, type JsonNode } from '../../recipe/json-text';
import { membersAt, textAt } from '../../recipe/params';
import { recipeError } from '../../recipe/recipe-error';
import {
	formParameters,
	isForm,
	jsonOf,
	queryParameters,
	type Parameter,
	type Scene,
} from '../../recipe/scene';

const FORM = 'application/x-www-form-urlencoded';
const MOST_PARAMETERS = 10_000;

/**
 * All that a name may mean: in the query, in a form, and in JSON, where it may be a path, too. A path
 * may also lead into JSON that a parameter holds.
 */
export function parametersOf(scene: Scene, name: string): string[] {
	return [...inQuery(scene, name), ...inForm(scene, name), ...inJson(scene, name)];
}

export function inQuery(scene: Scene, name: string): string[] {
	return named(scene, queryParameters(scene), name);
}

export function inForm(scene: Scene, name: string): string[] {
	return named(scene, formParameters(scene), name);
}

export function inJson(scene: Scene, name: string): string[] {
	const json = jsonOf(scene);
	return json ? membersIn(json.text, json.root, name) : [];
}

/** Whatever type the sender, who need not sign it, gives the body. */
export function inBody(scene: Scene, name: string): string[] {
	const asJson = { ...scene, contentType: '' };
	const isJson = ['object', 'array'].includes(jsonOf(asJson)?.root.kind ?? '');
	return isJson ? inJson(asJson, name) : inForm({ ...scene, contentType: FORM }, name);
}

/** Whether it has more than any partner sends, which would take long to look through. */
export function hasManyParameters(scene: Scene): boolean {
	if (!isForm(scene)) return false;
	let count = 0;
	for (let at = scene.body.indexOf('&'); at >= 0; at = scene.body.indexOf('&', at + 1)) {
		count += 1;
		if (count > MOST_PARAMETERS) return true;
	}
	return false;
}

/**
 * A name with two meanings is refused: the signature could be that of the one, and the workflow could
 * see the other.
 *
 * @throws UserError where there are several
 */
export function onlyOne(values: string[]): string {
	const [value = '', ...others] = values;
	if (others.length === 0) return value;
	throw doubled();
}

/** What a path means in the JSON that one of the values holds, whose name it begins with. */
export function membersInside(scene: Scene, parameters: Parameter[], path: string): string[] {
	return parameters.flatMap(({ name, value }) => {
		if (!path.startsWith(`${name}.`)) return [];
		const root = nodeOf(scene, value);
		return root ? membersIn(value, root, path.slice(name.length + 1)) : [];
	});
}

function named(scene: Scene, parameters: Parameter[], name: string): string[] {
	const own = parameters.filter((each) => each.name === name).map(({ value }) => value);
	return [...own, ...membersInside(scene, parameters, name)];
}

function membersIn(text: string, root: JsonNode, path: string): string[] {
	// The last of two counts for whoever reads the JSON.
	if (isAmbiguous(root)) throw doubled();
	return membersAt(root, path).map((node) => textAt(text, node));
}

function nodeOf({ read }: Scene, value: string): JsonNode | undefined {
	if (read.inside?.text !== value) read.inside = { text: value, root: readJsonText(value) };
	return read.inside.root;
}

/** A text may ask for many paths in one body. */
const examined = new WeakMap<JsonNode, boolean>();

function isAmbiguous(root: JsonNode): boolean {
	const known = examined.get(root) ?? hasTwins(root);
	examined.set(root, known);
	return known;
}

function hasTwins({ members }: JsonNode): boolean {
	const names = new Set(members.map(({ name }) => name));
	return names.size < members.length || members.some(({ value }) => hasTwins(value));
}

function doubled(): Error {
	return recipeError('a parameter of the notification is there twice', 'Ask the partner.');
}
