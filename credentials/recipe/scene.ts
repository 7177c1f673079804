import type { OutgoingRequest } from '../auth/outgoing-request';
import type { Value } from './encodings';
import { readJsonText, type JsonNode } from './json-text';
import { formDecoded } from './percent';

/** What a recipe is evaluated with besides the request. Nothing else comes in: no clock, no chance. */
export interface Inputs {
	/** The values of the credential, by name. */
	values: Record<string, string>;
	token?: string;
	/** Epoch milliseconds. */
	nowInMs: number;
	nonce: string;
}

/** A request that is to be signed. */
export interface Unsigned extends OutgoingRequest {
	/** As the options of n8n have them. */
	headers?: Record<string, unknown>;
}

/** The request as far as it is built, and what has been computed for it. */
export interface Scene {
	method: string;
	url: URL;
	body: string | Buffer;
	contentType: string;
	/** What n8n was given, and what the recipe adds, in that order of precedence. */
	given: Record<string, unknown>;
	added: Record<string, string>;
	inputs: Inputs;
	results: Array<Value | undefined>;
	/** No text may become longer: a recipe could double it again and again. */
	maxBytes: number;
	/** What has been read, because it is asked for again and again; one for all copies of a scene. */
	read: {
		json?: { body: string | Buffer; text: string; root?: JsonNode };
		form?: { body: string | Buffer; parameters: Parameter[] };
		/** JSON that stands in a parameter or header. */
		inside?: { text: string; root?: JsonNode };
	};
}

/** A name and its value, neither of them encoded. */
export interface Parameter {
	name: string;
	value: string;
}

const SPARE_BYTES = 256 * 1024;
/** A body in Base64 inside of JSON is a third longer; it may be there twice. */
const MAX_GROWTH = 4;

export function sceneOf(request: Unsigned, inputs: Inputs, steps: number): Scene {
	const { method, url, body, contentType, headers = {} } = request;
	return {
		method,
		url,
		body,
		contentType,
		given: headers,
		added: {},
		inputs,
		results: new Array<Value | undefined>(steps).fill(undefined),
		read: {},
		maxBytes: SPARE_BYTES + MAX_GROWTH * (body.length + url.href.length),
	};
}

/** The body as text. */
export function bodyText({ body }: Scene): string {
	return typeof body === 'string' ? body : body.toString('utf8');
}

export function isForm({ contentType }: Scene): boolean {
	return /^\s*application\/x-www-form-urlencoded\b/i.test(contentType);
}

/** The parameters of the query, in its order. */
export function queryParameters({ url }: Scene): Parameter[] {
	return parametersOf(url.search.slice(1));
}

/** The parameters of a form body; none where the body is anything else. */
export function formParameters(scene: Scene): Parameter[] {
	if (!isForm(scene)) return [];
	const { read, body } = scene;
	if (read.form?.body !== body) read.form = { body, parameters: parametersOf(bodyText(scene)) };
	return read.form.parameters;
}

/** The body as JSON; undefined where it is none. */
export function jsonOf(scene: Scene): { text: string; root: JsonNode } | undefined {
	if (isForm(scene) || scene.body.length === 0) return undefined;
	const { read, body } = scene;
	if (read.json?.body !== body) {
		const text = bodyText(scene);
		read.json = { body, text, root: readJsonText(text) };
	}
	const { text, root } = read.json;
	return root && { text, root };
}

/** One header as it will leave; '' where there is none. Host, length and type are those of the request. */
export function headerOf(scene: Scene, name: string): string {
	switch (name) {
		case 'host':
			return scene.url.host;
		case 'content-type':
			return scene.contentType;
		case 'content-length':
			return scene.body.length === 0 ? '' : String(Buffer.byteLength(scene.body));
	}
	return lookUp(scene.added, name) ?? lookUp(scene.given, name) ?? '';
}

/** The names of all headers that are known before the request leaves, in lower case and in order. */
export function headerNames(scene: Scene): string[] {
	const names = [...Object.keys(scene.given), ...Object.keys(scene.added)].map(canonicalName);
	const framing = ['host', 'content-type', 'content-length'];
	const all = new Set([...names.filter((name) => !framing.includes(name)), ...framing]);
	return [...all].filter((name) => headerOf(scene, name) !== '').sort();
}

function lookUp(headers: Record<string, unknown>, name: string): string | undefined {
	for (const key of Object.keys(headers)) {
		if (canonicalName(key) !== name) continue;
		const value = headers[key];
		if (value === undefined || value === null) return undefined;
		return (Array.isArray(value) ? value.join(', ') : String(value)).trim();
	}
	return undefined;
}

function canonicalName(name: string): string {
	return name.trim().toLowerCase();
}

function parametersOf(text: string): Parameter[] {
	const pairs = text.split('&').filter((pair) => pair !== '');
	return pairs.map((pair) => {
		const at = pair.indexOf('=');
		if (at < 0) return { name: formDecoded(pair), value: '' };
		return { name: formDecoded(pair.slice(0, at)), value: formDecoded(pair.slice(at + 1)) };
	});
}
