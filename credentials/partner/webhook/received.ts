import { decoded } from '../../recipe/encodings';
import {
	headerOf,
	queryParameters,
	sceneOf,
	type Inputs,
	type Parameter,
	type Scene,
} from '../../recipe/scene';
import { isToken, type BuiltIn } from '../../recipe/values';
import type { Claims } from './jwt';
import { membersInside, onlyOne, parametersOf } from './parameters';
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
	param: parameter(parametersOf),
	header: {
		argument: 'the name of a header',
		reader: (name) => {
			const trimmed = name.trim();
			return isToken(trimmed) ? (scene) => headerAt(scene, trimmed) : undefined;
		},
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

/**
 * `{param:…}`
 *
 * @param values all that a name may mean
 */
export function parameter(values: (scene: Scene, name: string) => string[]): BuiltIn {
	return {
		argument: 'the name of a parameter',
		reader: (name) => (name === '' ? undefined : (scene) => onlyOne(values(scene, name))),
	};
}

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

/** The same notification, which is not read once more, with other values. */
export function withInputs(scene: Scene, inputs: Inputs, claims: Claims): Scene {
	const { address } = scene.inputs as ReceivedInputs;
	return { ...scene, inputs: { ...inputs, claims, address } as ReceivedInputs };
}

/**
 * All values that stand in a place: of a header whose name ends in `*` those of all headers that begin
 * like that; of a parameter that came twice both.
 */
export function valuesAt({ in: where, name = '' }: Place, scene: Scene): string[] {
	switch (where) {
		case 'header':
			return headersOf(scene, name.trim());
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

function headersOf(scene: Scene, name: string): string[] {
	const lower = name.toLowerCase();
	const isName = (key: string) =>
		lower.endsWith('*') ? key.startsWith(lower.slice(0, -1)) : key === lower;
	const own = headersIn(scene).filter((each) => isName(each.name));
	return [...own.map(({ value }) => value), ...insideHeaders(scene, name)].filter(
		(value) => value !== '',
	);
}

/** A header, or a member of the JSON that stands in one: `x-meta.order.id`. */
function headerAt(scene: Scene, name: string): string {
	return headerOf(scene, name.toLowerCase()) || onlyOne(insideHeaders(scene, name));
}

/** The case of a name counts in JSON, and not in front of it. */
function insideHeaders(scene: Scene, path: string): string[] {
	const headers = headersIn(scene).filter(({ name }) => path.toLowerCase().startsWith(`${name}.`));
	return headers.flatMap(({ name, value }) =>
		membersInside(scene, [{ name: path.slice(0, name.length), value }], path),
	);
}

/** Names in lower case; of a header that came several times each value. */
function headersIn({ given }: Scene): Parameter[] {
	return Object.entries(given).flatMap(([name, value]) =>
		[value].flat().map((each) => ({
			name: name.trim().toLowerCase(),
			value: String(each ?? '').trim(),
		})),
	);
}

function claimAt(claims: Claims, name: string): string {
	const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value as string);
}

/** The bytes of a body that is written in Base64; undefined where it is not. */
export const bytesOfBase64 = (text: string) => decoded(text, 'base64');
