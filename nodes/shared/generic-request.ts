import { UserError, type IDataObject } from 'n8n-workflow';
import { textOf, trimmed, visible } from '../../credentials/auth/text';
import { jsonObject, jsonValue } from './fields/json';
import { pairsOf, valuesByName } from './fields/pairs';
import { empty, exactText, requiredChoice } from './fields/text';
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

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const;
const CONTENT_TYPES = {
	form: 'application/x-www-form-urlencoded',
	json: 'application/json',
	none: undefined,
	text: 'text/plain; charset=utf-8',
};
type BodyType = keyof typeof CONTENT_TYPES;
const BODY_TYPES = Object.keys(CONTENT_TYPES) as BodyType[];

function describe(parameters: Parameters): RequestDescription {
	const method = requiredChoice(parameters, 'method', 'Method', METHODS);
	// A GET has no body, and the form shows none.
	const bodyType =
		method === 'GET' ? 'none' : requiredChoice(parameters, 'bodyType', 'Body Type', BODY_TYPES);
	const contentType = CONTENT_TYPES[bodyType];
	const headers = Object.fromEntries(pairsOf(parameters, 'headers', 'Headers'));
	assertHeaders(headers);
	const hasOwnType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
	return {
		method,
		path: requestPath(visible(trimmed(textOf(parameters.path, 'Path')), 'Path')),
		query: query(parameters),
		headers: contentType && !hasOwnType ? { 'Content-Type': contentType, ...headers } : headers,
		body: body(parameters, bodyType),
	};
}

function query(parameters: Parameters): IDataObject {
	const type = requiredChoice(parameters, 'queryType', 'Query Type', ['fields', 'json']);
	return type === 'json'
		? jsonObject(parameters, 'queryJson', 'Query (JSON)')
		: valuesByName(parameters, 'query', 'Query');
}

function body(parameters: Parameters, bodyType: BodyType): string | undefined {
	switch (bodyType) {
		case 'json':
			return JSON.stringify(jsonValue(parameters, 'bodyJson', 'Body (JSON)'));
		case 'form':
			return formBody(parameters);
		case 'text':
			return textBody(parameters);
		case 'none':
			return undefined;
	}
}

/** Without a field it would be a request without a body, for which there is the Body Type "None". */
function formBody(parameters: Parameters): string {
	const pairs = pairsOf(parameters, 'bodyForm', 'Body (Form)', true);
	if (pairs.length === 0) throw empty('Body (Form)');
	return new URLSearchParams(pairs).toString();
}

/** An object from an expression is written as JSON. */
function textBody(parameters: Parameters): string {
	const { bodyText } = parameters;
	return typeof bodyText === 'object' && bodyText !== null
		? JSON.stringify(jsonValue(parameters, 'bodyText', 'Body (Text)'))
		: exactText(bodyText, 'Body (Text)');
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
		visible(value, `Headers: ${name}`);
	}
}
