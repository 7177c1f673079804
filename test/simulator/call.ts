import { TextDecoder } from 'node:util';
import { parseObject } from './digest';
import type { Answer, Call } from './types';

export function reply(status: number, json: unknown, outcome = 'ok'): Answer {
	return { status, json, outcome };
}

export function hasType(call: Call, type: string): boolean {
	return (call.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase() === type;
}

/** The JSON object of the body; undefined without the content type, valid UTF-8 or an object. */
export function jsonBody(call: Call): Record<string, unknown> | undefined {
	if (!hasType(call, 'application/json')) return undefined;
	try {
		return parseObject(new TextDecoder('utf-8', { fatal: true }).decode(call.body));
	} catch {
		return undefined;
	}
}

/**
 * Whether a header carries this value.
 * Own choice: the value may come as Latin-1 or as UTF-8, because HTTP clients differ there.
 */
export function headerIs(call: Call, name: string, value: string): boolean {
	const sent = call.headers[name];
	if (sent === undefined || value === '') return false;
	return sent === value || Buffer.from(sent, 'latin1').toString('utf8') === value;
}

/**
 * Own choice: no provider has this route; tests use it to see what arrived. It leaves out the
 * credentials, as the answers end up in n8n's database.
 */
export const ECHO_PATH = '/api/echo';

export function echoed(call: Call): { received: object } {
	const { method, url } = call;
	const { authorization: _authorization, signature: _signature, ...headers } = call.headers;
	return { received: { method, url, body: call.body.toString('base64'), headers } };
}

export type Handler<State> = (call: Call, state: State, parameters: string[]) => Answer;

/** Routes by `METHOD /path`, where a segment `*` takes any value. */
export type Routes<State> = Record<string, Handler<State>>;

export function findRoute<State>(
	routes: Routes<State>,
	call: Call,
): { handler: Handler<State>; parameters: string[] } | undefined {
	const exact = routes[`${call.method} ${call.path}`];
	if (exact) return { handler: exact, parameters: [] };
	const sent = call.path.split('/');
	for (const [route, handler] of Object.entries(routes)) {
		const [method, path] = route.split(' ');
		const wanted = path.split('/');
		if (method !== call.method || wanted.length !== sent.length) continue;
		if (!wanted.every((segment, at) => segment === '*' || segment === sent[at])) continue;
		const values = sent.filter((_, at) => wanted[at] === '*').map(decoded);
		if (values.every((value): value is string => Boolean(value))) {
			return { handler, parameters: values };
		}
	}
	return undefined;
}

/** Undefined for a malformed percent sign. */
function decoded(segment: string): string | undefined {
	try {
		return decodeURIComponent(segment);
	} catch {
		return undefined;
	}
}

export function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

export function isWhole(value: unknown, from: number, to = Number.MAX_SAFE_INTEGER): boolean {
	return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

/** `YYYY-MM-DD`, and a day that exists. */
export function isDay(value: unknown): value is string {
	if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const at = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
