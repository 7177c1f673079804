import { UserError, type IDataObject, type IHttpRequestMethods } from 'n8n-workflow';
import { jsonObject, jsonValue } from './fields/json';
import type { Operation, Parameters, RequestDescription, Resource } from './provider';
import { GENERIC_REQUEST_OPTIONS, GENERIC_REQUEST_PROPERTIES } from './generic-request-properties';

/** Any endpoint of the provider, for what no operation covers. */
export const sendRequest: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send a request',
	description: 'Call any endpoint with the credential',
	properties: GENERIC_REQUEST_PROPERTIES,
	options: GENERIC_REQUEST_OPTIONS,
	request: describe,
};

/** The resource "Request" of every node. */
export const genericRequest: Resource = {
	value: 'request',
	name: 'Request',
	operations: [sendRequest],
};

const CONTENT_TYPES: Record<string, string> = {
	json: 'application/json',
	form: 'application/x-www-form-urlencoded',
	text: 'text/plain; charset=utf-8',
};

function describe(parameters: Parameters): RequestDescription {
	const contentType = CONTENT_TYPES[String(parameters.bodyType)];
	const headers = Object.fromEntries(pairs(parameters.headers));
	assertHeaders(headers);
	const hasOwnType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
	return {
		method: parameters.method as IHttpRequestMethods,
		path: requestPath(String(parameters.path ?? '')),
		query:
			parameters.queryType === 'json'
				? jsonObject(parameters, 'queryJson', 'Query (JSON)')
				: fields(parameters.query),
		headers: contentType && !hasOwnType ? { 'Content-Type': contentType, ...headers } : headers,
		body: body(parameters),
	};
}

function body(parameters: Parameters): RequestDescription['body'] {
	switch (parameters.bodyType) {
		case 'json':
			return JSON.stringify(jsonValue(parameters, 'bodyJson', 'Body (JSON)'));
		case 'form':
			return new URLSearchParams(pairs(parameters.bodyForm)).toString();
		case 'text':
			return String(parameters.bodyText ?? '');
		default:
			return undefined;
	}
}

/**
 * Checks a path that a user typed.
 *
 * @returns the path without surrounding white space
 * @throws UserError where it could lead anywhere but below the credential's base URL
 */
export function requestPath(value: string): string {
	const path = value.trim();
	if (!path.startsWith('/') || /^[/\\]{2}/.test(path)) {
		throw new UserError('Path must begin with one slash', {
			description: 'Enter the path only, e.g. /api/orders. The host comes from the credential.',
		});
	}
	if (/[\p{Cc}\\]/u.test(path)) {
		throw new UserError('Path contains a control character or a backslash', {
			description: 'Remove it, or write it URL-encoded.',
		});
	}
	if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path.split(/[?#]/)[0])) {
		throw new UserError('Path must not contain "." or ".." as a step', {
			description: 'Enter the path of the endpoint itself.',
		});
	}
	return path;
}

function assertHeaders(headers: Record<string, string>): void {
	for (const [name, value] of Object.entries(headers)) {
		if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
			throw new UserError('A header has a name that HTTP does not allow', {
				description: 'Use letters, digits and hyphens in the names of Headers.',
			});
		}
		if (!/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)) {
			throw new UserError(`The header ${name} contains a character that HTTP does not allow`, {
				description: 'Remove line breaks and other control characters from its value in Headers.',
			});
		}
	}
}

/** The entries of a list of names and values; a name given twice becomes a list. */
function fields(collection: unknown): IDataObject {
	// No prototype: a field may be called "constructor".
	const result = Object.create(null) as Record<string, string | string[]>;
	for (const [name, value] of pairs(collection)) {
		const known = result[name];
		result[name] = known === undefined ? value : [known, value].flat();
	}
	return { ...result };
}

function pairs(collection: unknown): Array<[string, string]> {
	const entries = (collection as { field?: Array<{ name: string; value: unknown }> } | undefined)
		?.field;
	return (entries ?? [])
		.filter(({ name }) => name !== '')
		.map(({ name, value }) => [name, String(value ?? '')]);
}
