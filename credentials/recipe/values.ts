import type { Value } from './encodings';
import { parameterOf } from './params';
import { headerNames, headerOf, type Scene } from './scene';
import { timeWriter } from './time';

/** How a value is read when a request is signed. */
export type Read = (scene: Scene) => Value;

/** A value that every recipe knows. */
export interface BuiltIn {
	/** What stands behind the colon, for an error; undefined where nothing may. */
	argument?: string;
	/** @returns undefined where the argument is not what it must be */
	reader(argument: string): Read | undefined;
}

const simple = (read: Read): BuiltIn => ({ reader: () => read });
const DEFAULT_PORTS: Record<string, string> = { 'https:': '443', 'http:': '80' };

/** Those of {@link BUILT_IN} that are numbers, to which another number may be added. */
export const NUMBERS = {
	s: (nowInMs: number) => Math.floor(nowInMs / 1000),
	ms: (nowInMs: number) => nowInMs,
};

/** By their names in templates, without `timestamp` and `params`, which the recipe describes. */
export const BUILT_IN: Record<string, BuiltIn> = {
	method: simple(({ method }) => method),
	scheme: simple(({ url }) => url.protocol.slice(0, -1)),
	host: simple(({ url }) => url.host),
	hostname: simple(({ url }) => url.hostname),
	port: simple(({ url }) => url.port || (DEFAULT_PORTS[url.protocol] ?? '')),
	path: { argument: 'numbers of segments, such as 2-', reader: segments },
	query: simple(({ url }) => url.search.slice(1)),
	pathAndQuery: simple(({ url }) => url.pathname + url.search),
	url: simple(({ url }) => url.href),
	urlWithoutQuery: simple(({ url }) => url.origin + url.pathname),
	body: simple(({ body }) => body),
	s: simple(({ inputs }) => String(NUMBERS.s(inputs.nowInMs))),
	ms: simple(({ inputs }) => String(NUMBERS.ms(inputs.nowInMs))),
	nonce: simple(({ inputs }) => inputs.nonce),
	token: simple(({ inputs }) => inputs.token ?? ''),
	param: {
		argument: 'the name of a parameter',
		reader: (name) => (name === '' ? undefined : (scene) => parameterOf(scene, name)),
	},
	header: {
		argument: 'the name of a header',
		reader: (name) => {
			const lower = name.trim().toLowerCase();
			return isToken(lower) ? (scene) => headerOf(scene, lower) : undefined;
		},
	},
	headers: { argument: 'names of headers, such as host,x-amz-*', reader: headerList },
};

/** `{time:PATTERN}`, in the zone of the recipe. */
export function timeReader(pattern: string, offset: number): Read | undefined {
	const write = timeWriter(pattern);
	return write && (({ inputs }) => write(inputs.nowInMs, offset));
}

/** A token of HTTP (RFC 9110, section 5.6.2), of which the name of a header is one. */
export function isToken(name: string): boolean {
	return /^[!#$%&'*+.^`|~\w-]+$/.test(name);
}

/** `{path}`, `{path:2}`, `{path:2-}`, `{path:2-3}`: segments are counted from 1. */
function segments(range: string): Read | undefined {
	if (range === '') return ({ url }) => url.pathname;
	const found = /^(\d{0,4})(-?)(\d{0,4})$/.exec(range.trim());
	if (!found || (found[1] === '' && found[3] === '')) return undefined;
	const first = found[1] === '' ? 1 : Number(found[1]);
	const last = found[2] === '' ? first : found[3] === '' ? Infinity : Number(found[3]);
	if (first < 1 || last < first) return undefined;
	return ({ url }) =>
		url.pathname
			.split('/')
			.slice(1)
			.slice(first - 1, last)
			.join('/');
}

/**
 * `{headers:host,x-amz-*}`: one `name:value` a line, names in lower case and in the order of the list,
 * those of a `*` sorted; what the request does not have is left out. `;names` gives the names joined by
 * semicolons, `;tab` joins by tabs.
 */
function headerList(argument: string): Read | undefined {
	const [list, form = ''] = argument.split(';').map((part) => part.trim().toLowerCase());
	const patterns = list.split(',').map((name) => name.trim());
	const isKnown = patterns.every(isToken) && ['', 'names', 'tab'].includes(form);
	if (!isKnown) return undefined;
	return (scene) => {
		const all = headerNames(scene);
		const names = new Set(
			patterns.flatMap((pattern) =>
				all.filter((name) =>
					pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
				),
			),
		);
		if (form === 'names') return [...names].join(';');
		const lines = [...names].map((name) => `${name}:${oneLine(headerOf(scene, name))}`);
		return lines.join(form === 'tab' ? '\t' : '\n');
	};
}

/** Runs of blanks count as one (AWS Signature Version 4, "Create a canonical request"; Akamai EdgeGrid). */
function oneLine(value: string): string {
	return value.replace(/\s+/g, ' ');
}
