import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

type Headers = IHttpRequestOptions['headers'];

/**
 * They name the host, frame the message or rule the connection (RFC 9110, sections 6.6.2, 7.2, 7.6.1,
 * 7.8, 8.6 and 10.1; RFC 9112, section 6.1), which is up to whoever sends it; the last is no header.
 */
const NEVER_GIVEN = new Set([
	'connection',
	'content-length',
	'expect',
	'host',
	'keep-alive',
	'proxy-connection',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade',
	'__proto__',
]);

/** The Content-Type of a request; '' where none is given. */
export function contentTypeOf(headers: Headers): string {
	const name = Object.keys(headers ?? {}).find((key) => headerName(key) === 'content-type');
	return name === undefined ? '' : String(headers?.[name] ?? '');
}

/**
 * Headers with others put in their place or, where `undefined`, taken away.
 * What names another host, frames the message or rules the connection is always taken away.
 *
 * @param body of the request; where it is a stream, the length that n8n has found out for it stays
 */
export function mergeHeaders(
	headers: Headers,
	additional: Record<string, string | undefined>,
	body?: unknown,
): IDataObject {
	const merged: IDataObject = {};
	const given = Object.keys(headers ?? {});
	if (given.length > 0) {
		const replaced = new Set(Object.keys(additional).map(headerName));
		for (const key of given) {
			const name = headerName(key);
			const value: unknown = headers?.[key];
			if (replaced.has(name)) continue;
			if (!NEVER_GIVEN.has(name) || isLengthOfStream(key, value, body)) {
				merged[key] = value as string;
			}
		}
	}
	for (const name of Object.keys(additional)) {
		if (additional[name] !== undefined) merged[name] = additional[name];
	}
	return merged;
}

/**
 * n8n's HTTP Request node gives the size of a file that it streams, as a number under this very name;
 * without it the file would leave in chunks, which not every server takes. What a user types as a
 * header is text. The length of any other body is counted when it is sent.
 */
function isLengthOfStream(key: string, value: unknown, body: unknown): boolean {
	const isStream =
		typeof body === 'object' && body !== null && 'pipe' in body && !('getHeaders' in body);
	return isStream && key === 'content-length' && Number.isSafeInteger(value);
}

/** Names are compared as they arrive: n8n trims them and HTTP knows no case. */
function headerName(name: string): string {
	return name.trim().toLowerCase();
}
