import { UserError, type ICredentialDataDecryptedObject, type IDataObject } from 'n8n-workflow';
import { baseUrlOrigin, parseUrl } from '../../credentials/auth/destination';
import { valueAt } from '../../credentials/auth/json';
import { requiredInteger } from '../shared/fields/number';
import { optionalId, optionalText, requiredChoice, requiredId } from '../shared/fields/text';
import type { Page, Parameters, RequestDescription } from '../shared/provider';
import { optionsOf } from '../shared/settings';
import { itemsAt, itemsPathOf } from './items';
import { PAGINATIONS, type Pagination } from './page-properties';

/** What stands in the place of a cursor or an address where there is no next page. */
const NO_NEXT = ['', '0', '-1', 'false', 'null'];
const LARGEST_PAGE = 1_000_000;

/** How the list goes on. A write is sent once, whatever the fields hold. */
function paginationOf(parameters: Parameters): Pagination {
	if (parameters.method !== 'GET') return 'none';
	return requiredChoice(parameters, 'pagination', 'Pagination', PAGINATIONS);
}

/** Whether the answer is one page of several. */
export const isPaged = (parameters: Parameters): boolean => paginationOf(parameters) !== 'none';

/**
 * The request for the first page. What the user wrote into the query stays: that is where to begin.
 *
 * @throws UserError naming the field that does not fit, before anything is sent
 */
export function firstPage(request: RequestDescription, parameters: Parameters): RequestDescription {
	const pagination = paginationOf(parameters);
	if (pagination === 'none') return request;
	stopOf(parameters);
	switch (pagination) {
		case 'cursor':
			requiredId(parameters, 'cursorPath', 'Cursor Path');
			nameOf(parameters, 'cursorParameter', 'Cursor Parameter');
			return request;
		case 'next':
			requiredId(parameters, 'nextPath', 'Next Address Path');
			return request;
		case 'page': {
			const first = requiredInteger(parameters, 'firstPage', 'First Page', 0);
			const name = nameOf(parameters, 'pageParameter', 'Page Parameter');
			return withQuery(request, { [name]: String(first), ...sizeOf(parameters) });
		}
		case 'offset': {
			const name = nameOf(parameters, 'offsetParameter', 'Offset Parameter');
			return withQuery(request, { [name]: '0', ...sizeOf(parameters) });
		}
	}
}

/**
 * The request for the next page.
 *
 * @returns undefined after the last one
 * @throws UserError naming the field that does not lead to a next page
 */
export function nextPage({
	body,
	request,
	parameters,
	account = {},
}: Page): RequestDescription | undefined {
	const { path: stopPath, value: stopValue } = stopOf(parameters);
	if (stopPath !== '' && textOf(valueAt(body, stopPath)) === stopValue) return undefined;
	const entries = itemsAt(body, itemsPathOf(optionsOf(parameters))).length;
	switch (paginationOf(parameters)) {
		case 'cursor':
			return withCursor(request, body, parameters);
		case 'next':
			return atNextAddress(request, body, parameters, account);
		case 'page':
			assertList(body, parameters);
			return entries === 0
				? undefined
				: further(request, nameOf(parameters, 'pageParameter', 'Page Parameter'), 1);
		case 'offset':
			assertList(body, parameters);
			// A page may be smaller than it was asked for: what has come counts.
			return entries === 0
				? undefined
				: further(request, nameOf(parameters, 'offsetParameter', 'Offset Parameter'), entries);
		case 'none':
			return undefined;
	}
}

function withCursor(
	request: RequestDescription,
	body: unknown,
	parameters: Parameters,
): RequestDescription | undefined {
	const cursor = next(body, requiredId(parameters, 'cursorPath', 'Cursor Path'), 'Cursor Path');
	if (cursor === undefined) return undefined;
	const name = nameOf(parameters, 'cursorParameter', 'Cursor Parameter');
	return { ...request, query: { ...request.query, [name]: cursor } };
}

/** It brings its own query. */
function atNextAddress(
	request: RequestDescription,
	body: unknown,
	parameters: Parameters,
	account: IDataObject,
): RequestDescription | undefined {
	const label = 'Next Address Path';
	const address = next(body, requiredId(parameters, 'nextPath', label), label);
	if (address === undefined) return undefined;
	const origin = baseUrlOrigin(account as ICredentialDataDecryptedObject);
	const url = parseUrl(address, origin + request.path);
	if (!url || url.origin !== origin || url.username !== '' || url.password !== '') {
		throw new UserError(`${label} leads to another host`, {
			description: `The field of the answer must hold an address that begins with ${origin}, or with a slash. The credential is used with no other host. Check ${label}, and the Base URL of the credential.`,
		});
	}
	return { ...request, path: url.pathname + url.search, query: {} };
}

/** The value at a path that leads to the next page; undefined on the last one. */
function next(body: unknown, path: string, label: string): string | undefined {
	const value = valueAt(body, path);
	if (value === undefined || value === null || value === false) return undefined;
	if (typeof value === 'string' || typeof value === 'number') {
		const text = String(value).trim();
		return NO_NEXT.includes(text) ? undefined : text;
	}
	throw new UserError(`${label} does not lead to text`, {
		description: `The field ${path} of the answer holds a list, an object or true. Look at the whole answer with Pagination None, and correct ${label}.`,
	});
}

/** Else every page would count as one entry, and none would be the last. */
function assertList(body: unknown, parameters: Parameters): void {
	const path = itemsPathOf(optionsOf(parameters));
	const found = path === '' ? body : valueAt(body, path);
	if (found === undefined || found === null || found === '' || Array.isArray(found)) return;
	throw new UserError('Items Path does not lead to a list', {
		description:
			'Add Items Path in Options: the field of the answer that holds the list, such as data.items. By it the node knows when a page is empty.',
	});
}

function further(request: RequestDescription, name: string, by: number): RequestDescription {
	const at = Number(request.query?.[name]);
	if (Number.isSafeInteger(at)) {
		return { ...request, query: { ...request.query, [name]: String(at + by) } };
	}
	throw new UserError(`Query: ${name} is not a number`, {
		description: `The next page is counted from it. Correct it, or take ${name} out of Query.`,
	});
}

function withQuery(request: RequestDescription, added: IDataObject): RequestDescription {
	return { ...request, query: { ...added, ...request.query } };
}

function sizeOf(parameters: Parameters): IDataObject {
	const name = optionalId(parameters, 'sizeParameter', 'Size Parameter');
	if (name === '') return {};
	const size = requiredInteger(parameters, 'pageSize', 'Page Size', 1, LARGEST_PAGE);
	return { [name]: String(size) };
}

function stopOf(parameters: Parameters): { path: string; value: string } {
	return {
		path: optionalId(parameters, 'stopPath', 'Stop Path'),
		value: optionalText(parameters, 'stopValue', 'Stop Value').toLowerCase(),
	};
}

/** `__proto__` would be lost on its way. */
function nameOf(parameters: Parameters, name: string, label: string): string {
	const text = requiredId(parameters, name, label);
	if (text !== '__proto__') return text;
	throw new UserError(`${label} has a name that cannot be sent: __proto__`, {
		description: `Check ${label} in the node. Nothing was sent.`,
	});
}

function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return (typeof value === 'object' ? JSON.stringify(value) : String(value as string | number))
		.trim()
		.toLowerCase();
}
