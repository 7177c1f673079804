import { decoded } from '../../recipe/encodings';
import type { Inputs, Scene } from '../../recipe/scene';
import { formParameters, jsonOf, queryParameters, sceneOf } from '../../recipe/scene';
import type { JsonNode } from '../../recipe/json-text';
import { membersAt, textAt } from '../../recipe/params';
import { recipeError } from '../../recipe/recipe-error';
import type { BuiltIn } from '../../recipe/values';
import type { Claims } from './jwt';
import type { Place } from './recipe';

/** A request of a partner, as it came in. */
export interface Received {
	method: string;
	/** As the partner calls it: behind a proxy that is not what the process sees. */
	url: string;
	/** Names in any case; several values as a list. */
	headers: Record<string, unknown>;
	/** Byte for byte. */
	body: Buffer;
}

/** What the templates of a webhook are evaluated with besides the request. */
export interface ReceivedInputs extends Inputs {
	claims: Claims;
	/** The address as it is, before anything is normalised. */
	address: string;
}

/** What a request that is signed has, and one that was received has not. */
export const NOT_RECEIVED = ['token', 'nonce', 'timestamp', 's', 'ms', 'time'];

/** Values besides those of a request that is signed, or in their place. */
export const RECEIVED_VALUES: Record<string, BuiltIn> = {
	claim: {
		argument: 'the name of a claim',
		reader: (name) =>
			name === '' ? undefined : ({ inputs }) => claimAt((inputs as ReceivedInputs).claims, name),
	},
	param: {
		argument: 'the name of a parameter',
		reader: (name) => (name === '' ? undefined : (scene) => onlyParameter(scene, name)),
	},
	url: {
		reader:
			() =>
			({ inputs }) =>
				(inputs as ReceivedInputs).address,
	},
	urlWithoutQuery: {
		reader:
			() =>
			({ inputs }) =>
				(inputs as ReceivedInputs).address.split('?')[0],
	},
};

/** @throws TypeError where the address is none */
export function sceneOfReceived(
	{ method, url, headers, body }: Received,
	inputs: Inputs,
	claims: Claims,
	steps = 0,
): Scene {
	const contentType = Object.entries(headers).find(
		([name]) => name.toLowerCase() === 'content-type',
	);
	const request = {
		method,
		url: new URL(url),
		headers,
		body,
		contentType: contentType === undefined ? '' : String(contentType[1]),
	};
	return sceneOf(request, { ...inputs, claims, address: url } as ReceivedInputs, steps);
}

/**
 * All values that stand in a place: of a header whose name ends in `*` those of all headers that begin
 * like that; of a parameter that came twice both.
 */
export function valuesAt({ in: where, name = '' }: Place, scene: Scene): string[] {
	switch (where) {
		case 'header':
			return headersOf(scene, name.trim().toLowerCase());
		case 'query':
			return queryParameters(scene).flatMap((each) =>
				each.name === name && each.value !== '' ? [each.value] : [],
			);
		case 'param':
			return parametersOf(scene, name).filter((value) => value !== '');
		case 'body':
			return scene.body.length === 0 ? [] : [scene.body.toString().trim()];
	}
}

/** All that a name may mean: in the query, in a form, and in JSON, where it may be a path, too. */
function parametersOf(scene: Scene, name: string): string[] {
	const json = jsonOf(scene);
	// The last of two counts for whoever reads the JSON.
	if (json && hasTwins(json.root)) throw doubled();
	const nodes = json ? membersAt(json.root, name) : [];
	return [
		...[...queryParameters(scene), ...formParameters(scene)]
			.filter((each) => each.name === name)
			.map(({ value }) => value),
		...nodes.map((node) => textAt(json?.text ?? '', node)),
	];
}

/**
 * A name with two meanings is refused: the signature could be that of the one, and the workflow could
 * see the other.
 */
function onlyParameter(scene: Scene, name: string): string {
	const [value = '', ...others] = parametersOf(scene, name);
	if (others.length === 0) return value;
	throw doubled();
}

function doubled(): Error {
	return recipeError('a parameter of the notification is there twice', 'Ask the partner.');
}

function hasTwins({ members }: JsonNode): boolean {
	const names = new Set(members.map(({ name }) => name));
	return names.size < members.length || members.some(({ value }) => hasTwins(value));
}

function headersOf({ given }: Scene, name: string): string[] {
	const isName = (key: string) =>
		name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name;
	return Object.entries(given)
		.filter(([key]) => isName(key.trim().toLowerCase()))
		.flatMap(([, value]) => (Array.isArray(value) ? value.map(String) : [String(value ?? '')]))
		.map((value) => value.trim())
		.filter((value) => value !== '');
}

function claimAt(claims: Claims, name: string): string {
	const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value as string);
}

/** The bytes of a body that is written in Base64; undefined where it is not. */
export const bytesOfBase64 = (text: string) => decoded(text, 'base64');
