import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

type Headers = IHttpRequestOptions['headers'];

/** They name the host and frame the message, which is not the request's business; the last is no header. */
const NEVER_GIVEN = new Set(['host', 'transfer-encoding', '__proto__']);

/** The Content-Type of a request; '' where none is given. */
export function contentTypeOf(headers: Headers): string {
	const name = Object.keys(headers ?? {}).find((key) => headerName(key) === 'content-type');
	return name === undefined ? '' : String(headers?.[name] ?? '');
}

/**
 * Headers with others put in their place or, where `undefined`, taken away.
 * What names another host or frames the message is always taken away.
 */
export function mergeHeaders(
	headers: Headers,
	additional: Record<string, string | undefined>,
): IDataObject {
	const merged: IDataObject = {};
	const given = Object.keys(headers ?? {});
	if (given.length > 0) {
		const replaced = new Set(Object.keys(additional).map(headerName));
		for (const key of given) {
			const name = headerName(key);
			if (!NEVER_GIVEN.has(name) && !replaced.has(name)) merged[key] = headers?.[key] as string;
		}
	}
	for (const name of Object.keys(additional)) {
		if (additional[name] !== undefined) merged[name] = additional[name];
	}
	return merged;
}

/** Names are compared as they arrive: n8n trims them and HTTP knows no case. */
function headerName(name: string): string {
	return name.trim().toLowerCase();
}
