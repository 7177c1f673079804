import { encodeRfc3986 } from '../auth/query-string';
import { compileTemplate, type Template } from './compile-template';
import { isText } from './encodings';
import { withMember } from './json-text';
import { assertHeaderName, Exposure, type Names } from './names';
import { formDecoded } from './percent';
import type { Addition } from './recipe';
import { quoted, recipeError } from './recipe-error';
import { bodyText, isForm, jsonOf, type Scene } from './scene';
import { readTemplate, type TemplateNode } from './template';

/** Something that can be put into a request. */
export interface CompiledAddition {
	in: Addition['in'];
	name: string;
	value: Template;
	/** Does nothing where it is for other methods. */
	apply(scene: Scene): void;
	isFor(scene: Scene): boolean;
}

const METHOD = /^[A-Z]{1,20}$/;

/** @throws UserError where the name is missing or is none, or the value cannot be read */
export function readAddition(addition: Addition, place: string): TemplateNode[] {
	const { name = '', when } = addition;
	const needsName = addition.in !== 'wholebody' && addition.in !== 'rawquery';
	if (needsName && name === '') {
		throw recipeError(`${place}.name is missing`, `Add "name": what the ${addition.in} is called.`);
	}
	if (addition.in === 'header') assertHeaderName(name, `${place}.name`);
	const wrong = when?.find((method) => !METHOD.test(method));
	if (wrong !== undefined) {
		throw recipeError(
			`${place}.when: ${quoted(wrong)} is not a method`,
			'Write a list of methods, such as ["POST", "PUT"].',
		);
	}
	const value = readTemplate(addition.value ?? '', `${place}.value`);
	// RFC 7617: user name and password with a colon between them.
	return addition.in === 'basic' ? [...readTemplate(name, `${place}.name`), ':', ...value] : value;
}

/**
 * @param maySendSecrets only in a request for a token
 * @throws UserError where the value would give away a secret
 */
export function compileAddition(
	addition: Addition,
	nodes: TemplateNode[],
	names: Names,
	place: string,
	maySendSecrets: boolean,
): CompiledAddition {
	const value = compileTemplate(nodes, names, `${place}.value`);
	if (value.exposure !== Exposure.None && !maySendSecrets) {
		throw recipeError(
			`${place}.value would send a secret`,
			'A secret may be a key, or stand in a text that is hashed or signed. What the partner wants to receive as it is, such as an API key, is a value that may be sent.',
		);
	}
	const { name = '', when } = addition;
	const put = PUT[addition.in];
	const isFor = ({ method }: Scene) => when === undefined || when.includes(method);
	return {
		in: addition.in,
		name,
		value,
		isFor,
		apply: (scene) => {
			if (isFor(scene)) put(scene, name, asText(value.evaluate(scene), place), place);
		},
	};
}

type Put = (scene: Scene, name: string, value: string, place: string) => void;

const PUT: Record<Addition['in'], Put> = {
	header: (scene, name, value, place) => {
		assertHeaderValue(value, place);
		const lower = name.toLowerCase();
		if (lower === 'content-type') scene.contentType = value;
		// What n8n writes itself. An empty value is that of an optional field.
		else if (lower !== 'host' && lower !== 'content-length') put(scene.added, name, value);
	},
	query: (scene, name, value) => {
		addToQuery(scene, name, `${encodeRfc3986(name)}=${encodeRfc3986(value)}`);
	},
	rawquery: (scene, name, value, place) => {
		if (/[\s#\p{Cc}]/u.test(name + value)) {
			throw recipeError(
				`${place} is not a query`,
				'It holds a space, a line break or a #. Encode it with {…|url}, or add it to "query".',
			);
		}
		addToQuery(scene, name, name === '' ? value : `${name}=${value}`);
	},
	body: (scene, name, value, place) => {
		assertBody(scene, place);
		if (isForm(scene)) {
			const others = withoutName(bodyText(scene), name);
			scene.body = joined(others, `${encodeRfc3986(name)}=${encodeRfc3986(value)}`);
		} else {
			scene.body = withJsonMember(scene, name, value, place);
			scene.contentType ||= 'application/json';
		}
	},
	wholebody: (scene, _, value, place) => {
		assertBody(scene, place);
		scene.body = value;
	},
	basic: ({ added }, _, value) => {
		put(added, 'Authorization', `Basic ${Buffer.from(value, 'utf8').toString('base64')}`);
	},
};

function put(headers: Record<string, string>, name: string, value: string): void {
	for (const other of Object.keys(headers)) {
		if (other.toLowerCase() === name.toLowerCase()) delete headers[other];
	}
	if (value !== '') headers[name] = value;
}

/** In the place of one with that name, or at the end. */
function addToQuery(scene: Scene, name: string, pair: string): void {
	const url = new URL(scene.url.href);
	const query = url.search.slice(1);
	url.search = joined(name === '' ? query : withoutName(query, name), pair);
	scene.url = url;
}

function withoutName(pairs: string, name: string): string {
	if (pairs === '') return pairs;
	const others = pairs.split('&').filter((pair) => formDecoded(pair.split('=', 1)[0]) !== name);
	return others.join('&');
}

function joined(pairs: string, pair: string): string {
	return pairs === '' ? pair : `${pairs}&${pair}`;
}

function withJsonMember(scene: Scene, name: string, value: string, place: string): string {
	if (scene.body.length === 0) return JSON.stringify({ [name]: value });
	const json = jsonOf(scene);
	if (json?.root.kind === 'object') {
		return withMember(json.text, json.root, name, JSON.stringify(value));
	}
	throw recipeError(
		`${place}: nothing can be added to this body`,
		'The body of the request must be a JSON object or a form.',
	);
}

/** n8n sends no body with them. */
function assertBody({ method, body }: Scene, place: string): void {
	if (body.length > 0 || (method !== 'GET' && method !== 'HEAD')) return;
	throw recipeError(
		`${place}: a request of this method has no body`,
		'Limit it with "when", such as ["POST", "PUT"], and add another entry for GET, in the query, for instance.',
	);
}

function assertHeaderValue(value: string, place: string): void {
	const isLine = /^[\t -~\x80-\xff]*$/.test(value);
	if (isLine) return;
	const hasBreak = /[\r\n]/.test(value);
	throw recipeError(
		hasBreak
			? `${place}.value has a line break, which a header cannot carry`
			: `${place}.value has a character that a header cannot carry`,
		hasBreak
			? 'Check the values that it is made of, or encode it with {…|base64} or {…|url}.'
			: 'Encode it with {…|base64} or {…|url}.',
	);
}

function asText(value: string | Buffer, place: string): string {
	if (typeof value === 'string') return value;
	if (isText(value)) return value.toString('utf8');
	throw recipeError(
		`${place}.value has bytes that are no text`,
		'Write them with {…|base64} or {…|hex}.',
	);
}
