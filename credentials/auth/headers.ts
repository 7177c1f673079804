import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

type Headers = IHttpRequestOptions['headers'];

/** They name the host and frame the message, which is not the request's business. */
const NEVER_GIVEN = ['host', 'transfer-encoding'];

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
	const replaced = new Set([...NEVER_GIVEN, ...Object.keys(additional).map(headerName)]);
	const kept = Object.entries(headers ?? {}).filter(([name]) => !replaced.has(headerName(name)));
	const added = Object.entries(additional).filter(([, value]) => value !== undefined);
	return Object.fromEntries([...kept, ...added]) as IDataObject;
}

/** Names are compared as they arrive: n8n trims them and HTTP knows no case. */
function headerName(name: string): string {
	return name.trim().toLowerCase();
}
